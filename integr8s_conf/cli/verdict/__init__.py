"""The forms in which ``check`` gives its verdict: one module a form."""
