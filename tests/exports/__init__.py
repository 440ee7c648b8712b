"""What is generated from the declarations."""
