"""Writes the first files of a section plugin's distribution."""
