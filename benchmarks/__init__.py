"""Measures integr8s_conf beside a pydantic class and plain dynaconf: ``python -m benchmarks``."""
