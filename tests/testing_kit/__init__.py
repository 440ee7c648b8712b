"""The test kit: settings from text, the process's own settings changed for a while, fixtures."""
