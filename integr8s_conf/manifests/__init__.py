"""Files that say how processes are started: each format is read to the same few records."""
