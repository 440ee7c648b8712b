"""Manifests are read to the same few records, whatever their format."""
