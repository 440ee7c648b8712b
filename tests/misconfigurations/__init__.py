"""What tired people do to a deployment's configuration, and how each is refused."""
