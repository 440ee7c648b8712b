"""What follows from the declarations: one module for each kind of file that is made of them."""
