"""What an author's code raised, in words."""

from __future__ import annotations

from .display import LONGEST, cut, printable

_LONGEST = 4 * LONGEST


def raised(error: BaseException) -> str:
    """Return the type and the text of an error on one line, safe to print and never too long."""
    name = type(error).__name__
    try:
        said = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an author's function may raise anything
        said = "its text cannot be read"
    return cut(printable(f"{name}: {said}" if said else name), _LONGEST)
