"""The three programs that are measured, each as its own users would write it."""
