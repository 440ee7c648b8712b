"""The versions of a plugin's distribution since which, and until which, something holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .bounds import BadDeclarationError

if TYPE_CHECKING:
    from .declarations import Key
    from .plugin import Plugin
    from .section import Setting


def release(plugin: Plugin, version: str) -> str:
    """Return a version with the distribution that has it: ``mail-conf 2.0``."""
    name = plugin.distribution.partition(" ")[0] if plugin.source else plugin.name
    return f"{name} {version}"


def renamed_when(key: Key, old: str) -> str:
    """Return since when a key has its name, and until when a former one is taken, or nothing."""
    return _when(key, key.setting.renamed_in, old)


def deprecated_when(key: Key) -> str:
    """Return since when a key is deprecated and when it goes, or nothing."""
    return _when(key, key.setting.deprecated_in, "it")


def in_brackets(text: str) -> str:
    """Return a text as it stands behind another one; nothing of nothing."""
    return f" ({text})" if text else ""


def _when(key: Key, since: str | None, what: str) -> str:
    gone = key.setting.removed_in
    if since is None:
        return f"{what} goes in {release(key.plugin, gone)}" if gone else ""
    begun = f"since {release(key.plugin, since)}"
    return f"{begun}; {what} goes in {gone}" if gone else begun


def refuse_history(setting: Setting) -> None:
    """Refuse former names and versions that are no texts, and versions of nothing.

    Raises:
        BadDeclarationError: The text says why, and what to write.
    """
    for old in setting.renamed_from:
        if not isinstance(old, str):
            raise BadDeclarationError(f"renamed_from={old!r}", "write the former name as a text")
    for keyword, of, given in (
        ("renamed_in", "renamed_from=", setting.renamed_from),
        ("deprecated_in", "deprecated=", setting.deprecated),
        ("removed_in", "renamed_from= or deprecated=", setting.renamed_from or setting.deprecated),
    ):
        version = getattr(setting, keyword)
        if version is None:
            continue
        refuse_version(keyword, version)
        if not given:
            raise BadDeclarationError(f"{keyword}= without {of}", f"add {of}, or drop {keyword}=")


def refuse_version(keyword: str, version: object) -> None:
    """Refuse a version that is no text.

    Raises:
        BadDeclarationError: The text says what to write.
    """
    if not isinstance(version, str) or not version.strip():
        raise BadDeclarationError(f"{keyword}={version!r}", f'write a text: {keyword}="2.0"')
