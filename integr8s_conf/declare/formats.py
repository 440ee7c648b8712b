"""Ready checks for texts of common formats, for ``setting(check=...)``."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from .json_schema import json_schema

_HOST_AND_PORT = re.compile(r"[A-Za-z0-9.-]+:[0-9]{1,5}(?:/.*)?")
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[1-9][0-9]{0,3})?(?:/[!-~]*)?")
"""What most URLs are, and need no parsing to be seen sound."""

_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/.*)?")


@json_schema(pattern=r"[\S\ufeff]")
def non_empty(text: str) -> str | None:
    """Non-empty, with a character that is no white space."""
    return None if text.strip() else "a non-empty text: one with a character that is no white space"


@json_schema(pattern=r"^[Hh][Tt][Tt][Pp][Ss]?://(?:\S*@)?[^\s/?#@:]\S*$")
def http_url(text: str) -> str | None:
    """An http(s) URL with a host."""
    if _PLAIN_URL.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        wanted = "an http(s) URL with a host, and with a port of 1 to 65535 if it has one"
        return f"{wanted}{_repair(text)}"
    sound = parts.scheme in ("http", "https") and parts.hostname and port != 0
    if sound and text.isprintable() and " " not in text:
        return None
    return f"an http(s) URL with a host{_repair(text)}"


def _repair(text: str) -> str:
    """Return a hint, on a line of its own, where what is meant can be told."""
    if _HOST_AND_PORT.fullmatch(text):
        return f"\nput the scheme in front: http://{text}"
    if _HOST.fullmatch(text):
        return f"\nput the scheme in front: https://{text}"
    return ""
