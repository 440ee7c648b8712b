"""The tests: one folder for each promise of the contract."""
