"""What files of settings say for nothing, or at the wrong place."""
