"""An instance of Settings: frozen, complete or not there at all, and read as dynaconf reads."""
