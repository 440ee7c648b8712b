"""The seven layers: what each may set, where it is read, and which wins."""
