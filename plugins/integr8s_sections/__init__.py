"""The sections of the Integr8sCode backend, a plugin each."""
