"""The jobs: each module's ``run`` takes an effort and returns the rows of the report."""
