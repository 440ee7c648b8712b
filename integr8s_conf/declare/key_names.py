"""What a key may be called."""

from __future__ import annotations

import re

from .bounds import BadDeclarationError

_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")

_OF_DYNACONF = {
    "DEFAULT_SETTINGS_PATHS",
    "DYNABOXIFY",
    "LOAD_DOTENV",
    "PROJECT_ROOT",
    "RENAMED_VARS",
    "SETTINGS_MODULE",
    "YAML",
}
"""Names that mean something to dynaconf, beside those that say so."""

_OURS = ("CONF_", "INTEGR8S_")


def refuse_name(name: str) -> None:
    """Refuse a name that no key can have.

    Raises:
        BadDeclarationError: The text says why, and what to write.
    """
    if not _NAME.fullmatch(name):
        upper = "_".join(word for word in name.upper().split("_") if word)
        hint = f"write {upper}" if _NAME.fullmatch(upper) else "choose another name"
        found = f"the name {name}, which is not of upper-case words joined by single underscores"
        raise BadDeclarationError(found, hint)
    if name.startswith(_OURS):
        start = next(start for start in _OURS if name.startswith(start))
        found = f"a name that begins with {start}, which is reserved"
        raise BadDeclarationError(found, "choose another name")
    if name in _OF_DYNACONF or name.startswith("DYNACONF_") or name.endswith("_FOR_DYNACONF"):
        raise BadDeclarationError("a name that is dynaconf's own", "choose another name")
