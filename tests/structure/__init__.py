"""The boundaries within the source tree, held by reading it."""
