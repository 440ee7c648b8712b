"""The Compose files of a folder, by their usual names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..manifests.manifest import Manifest

_PATTERNS = ("compose*.y*ml", "docker-compose*.y*ml")


def compose_files(folder: str) -> tuple[Manifest, ...]:
    """Return what each Compose file of a folder says, as far as it can be read."""
    names = sorted({path.name for one in _PATTERNS for path in Path(folder).glob(one)})
    if not names:
        return ()
    from ..manifests.compose import read_compose  # noqa: PLC0415 - it needs a parser of YAML

    return tuple(read_compose(name, f"{folder}/{name}") for name in names)
