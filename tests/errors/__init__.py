"""What an operator reads: the whole text of an error of each kind, and the order of problems."""
