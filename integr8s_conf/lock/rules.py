"""The rules by which an upgrade is reported, and what each of them finds."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES: Mapping[str, str] = MappingProxyType(
    {
        "removed-key": "A key is set here that no plugin declares any more.",
        "renamed-key": "A key is set here by a name that it had before.",
        "new-required-key": "A key is required now, and nothing sets it.",
        "tightened-rule": "A value is refused by a rule that is not as the lock has it.",
        "changed-type": "A key is set here whose type is another one now.",
        "changed-default": "A default changed that some role has.",
        "became-secret": "A key is set here that is a secret now.",
        "deprecated-key": "A key is set here that is deprecated now.",
        "plugin-added": "A plugin is installed that the lock does not have.",
        "plugin-removed": "A plugin of the lock is not loaded.",
        "distribution-changed": "A plugin comes from another distribution than in the lock.",
        "version-changed": "A plugin comes in another version than in the lock.",
        "new-key": "A key is new; nothing has to set it.",
        "changed-declaration": "A key is declared otherwise; no value of yours is affected.",
    }
)
"""What touches a deployment comes first."""
