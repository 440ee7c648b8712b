"""Reads a manifest's text, and says what of a manifest cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.safe_file import UnreadableError, read_small_file

if TYPE_CHECKING:
    from .manifest import Manifest

_LONGEST = 100_000


def read_text(path: str) -> str:
    """Return the text of a small file.

    Raises:
        UnreadableError: As ``read_small_file`` does, or where it is not UTF-8.

    """
    try:
        return read_small_file(path).data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("not UTF-8", "a UTF-8 text", "save the file as UTF-8") from None


def read_short_text(path: str) -> str:
    """Return the text of a file that a person writes word by word.

    Raises:
        UnreadableError: As ``read_text`` does, or where it is longer than any such file.

    """
    text = read_text(path)
    if len(text) > _LONGEST:
        raise UnreadableError(f"{len(text):,} characters", f"at most {_LONGEST:,}")
    return text


def unread(manifest: Manifest, error: UnreadableError) -> Manifest:
    """Return a manifest that cannot be read, with the reason why."""
    origin = Origin(LayerKind.MANIFEST, manifest.name)
    problem = Problem(None, error.found, error.wanted, origin, error.hint)
    return manifest._replace(problems=(problem,))
