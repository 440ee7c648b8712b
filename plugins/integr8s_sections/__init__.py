"""The sections of the Integr8sCode backend, a plugin each.

PYTEST_DONT_REWRITE: nothing here asserts.
"""
