"""A backend of the usual shape, what is wrong with it once a fault is put in, and what is not."""
