"""Which keys the code reads, found without running it."""
