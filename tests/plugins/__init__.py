"""Plugins of strangers: how they are found, guarded and judged."""
