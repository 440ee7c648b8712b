"""Files that are no files, or that someone made to do harm: refused at once, in words."""
