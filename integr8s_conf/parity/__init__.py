"""Whether another settings object gives the same values."""
