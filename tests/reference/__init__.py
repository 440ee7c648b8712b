"""What the reference documents: every key, every rule, every file of settings."""
