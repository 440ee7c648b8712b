"""Where raw values are read from: one module a source; none of them interprets a value."""
