"""Values as the lines of an env file, which read back as the value, whatever its type."""

from __future__ import annotations

import json
import re
from datetime import date, time
from typing import Any

from .toml_text import toml_value

_BARE = re.compile(r"[A-Za-z0-9_./:@%+,=-]*")
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})


def env_line(name: str, value: Any, *, unit: str | None = None) -> str:
    """Return the line ``NAME=value`` of an env file, which python-dotenv reads back.

    Lists and tables are JSON, None is the empty text, and a secret is masked. ``unit`` is the
    key's: that of the number by which a negative duration is written.
    """
    return f"{name}={_quoted(_text(toml_value(value, unit)))}"


def _text(value: Any) -> str:
    """Return the text of a variable that sets a key to ``value``."""
    match value:
        case bool():
            return "true" if value else "false"
        case date() | time():
            return value.isoformat()
        case list() if value and all(isinstance(part, date | time) for part in value):
            return ",".join(map(_text, value))  # JSON has no dates
        case list() | dict():
            return json.dumps(value, ensure_ascii=False, default=_text)
        case _:
            return str(value)


def _quoted(text: str) -> str:
    """Return a text as one line that is read as just this text, quoted where need be."""
    if _BARE.fullmatch(text):
        return text
    if not any(char in text for char in "'\\\n\r"):
        return f"'{text}'"
    return f'"{text.translate(_ESCAPES)}"'
