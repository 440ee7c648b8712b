"""How a command that analyses a deployment reports: its options, its forms, its exit code."""
