"""``pyproject.toml``: what a team says of its plugins and of its deployment."""
