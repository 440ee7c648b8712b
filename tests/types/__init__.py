"""Declared types: what each takes from every layer, what it refuses, and what readers get."""
