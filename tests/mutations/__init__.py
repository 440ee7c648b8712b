"""Whatever stands in a file or variable gives settings or a ConfigError, never anything else."""
