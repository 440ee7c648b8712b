"""The metadata of a stranger's distribution, to be spoilt."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path


def metadata_file(name: str, file: str) -> Path:
    """Return the path of a file in the metadata of an installed stranger."""
    folder = f"{name.replace('-', '_')}-1.0.dist-info"
    return Path(str(distribution(name).locate_file(folder)), file)


def rewrite_entry_points(text: str, name: str = "mail-conf") -> None:
    """Put another text in place of a stranger's entry points; byte for byte, in Latin-1."""
    metadata_file(name, "entry_points.txt").write_text(text, encoding="latin-1")
