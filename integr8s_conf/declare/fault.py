"""Why a plugin, or one hook of it, is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..problems import Problem

if TYPE_CHECKING:
    from .plugin import Plugin


class Fault(NamedTuple):
    """One thing wrong with a plugin's module or hooks."""

    found: str
    wanted: str
    hint: str

    def problem(self, plugin: Plugin) -> Problem:
        """Return the fault as a problem of ``plugin``; its texts may quote the plugin's code."""
        found = f"{self.found}, in {plugin}"
        return Problem(None, found, self.wanted, None, self.hint, None, plugin.name, quoted=True)
