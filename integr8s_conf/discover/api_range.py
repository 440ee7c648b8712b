"""The range of our API that a plugin was built for, which its entry points may declare."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..declare.fault import Fault

GROUP = "integr8s_conf.api"
"""The entry-point group: plugin name = range, such as ``v1``, ``v1_2`` or ``v1_2:v3``."""

__api__: str = "1.0"
"""The version of what plugins build on."""

_FORM = re.compile(r"v([0-9]{1,4})(?:_([0-9]{1,4}))?(?::v([0-9]{1,4})(?:_([0-9]{1,4}))?)?")

Version = tuple[int, int]


class ApiRange(NamedTuple):
    """From one version on, below another."""

    least: Version
    below: Version

    def __str__(self) -> str:
        (major, minor), (to_major, to_minor) = self
        below = f"{to_major}.{to_minor}" if to_minor else to_major
        return f"{major}.{minor} or later, below {below}"


def read_range(text: str) -> ApiRange | None:
    """Return the range that a declaration means, or None where it means none."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    major, minor, to_major, to_minor = (int(part) if part else 0 for part in found.groups())
    below = (to_major, to_minor) if found[3] else (major + 1, 0)
    return ApiRange((major, minor), below) if (major, minor) < below else None


def api_fault(declared: tuple[str, ...]) -> Fault | None:
    """Return why a plugin with these declarations is refused; None where it fits, or has none."""
    if not declared:
        return None
    said = " and ".join(declared)
    found = read_range(declared[0]) if len(declared) == 1 else None
    if found is None:
        hint = "write v1, v1_2 or v1_2:v3 (1.2 or later, below 3)"
        return Fault(f"{said} in its entry points {GROUP}", "one range of API versions", hint)
    major, minor = map(int, __api__.split("."))
    if found.least <= (major, minor) < found.below:
        return None
    here = f"a range that holds {__api__}, the API of this integr8s-conf"
    hint = "install a release of the plugin that fits, or another integr8s-conf"
    return Fault(f"the API range {found} ({GROUP}: {said})", here, hint)
