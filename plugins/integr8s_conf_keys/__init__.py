"""What type checkers think that settings have beside their methods: anything.

``integr8s-conf export stubs -o typings/integr8s_conf_keys.pyi`` writes what they really have, and
type checkers read that in place of this package. Nothing imports it at run time.
"""

from typing import Any


class DeclaredKeys:
    """Any name at all."""

    def __getattr__(self, name: str) -> Any: ...
