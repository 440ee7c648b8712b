"""The command line ``integr8s-conf``: one module a command; the only place that prints or exits."""

from .program import main

__all__ = ["main"]
