"""Hypothesis strategies that follow from what a section declares."""

from .configurations import configurations
from .misconfigurations import Misconfiguration, misconfigurations

__all__ = ["Misconfiguration", "configurations", "misconfigurations"]
