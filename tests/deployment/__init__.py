"""What is deployed: found by name, listed in pyproject.toml, in one environment or several."""
