"""What sections and plugins declare, and how it is found and put together."""
