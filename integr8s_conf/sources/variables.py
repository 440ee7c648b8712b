"""Picks the variables that set keys, from the environment or from an env file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

PREFIX = "INTEGR8S_"
STEERING = (
    "CONF_DIR",
    "CONF_DISABLE_PLUGIN_AUTOLOAD",
    "CONF_FILE",
    "CONF_OVERRIDE",
    "CONF_PLUGINS",
    "CONF_PLUGIN_TIMEOUT",
)


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Variables(NamedTuple):
    """The text of each key that a variable sets, and what is wrong with the variables."""

    values: Mapping[str, str]
    names: Mapping[str, str]
    """Key -> the variable that sets it."""

    unknown: tuple[str, ...] = ()
    doubled: tuple[tuple[str, str, str], ...] = ()
    """A key, the variable that sets it, and another one that sets it too."""

    undecodable: tuple[str, ...] = ()
    """Keys whose variable is no text."""

    renamed: Mapping[str, str] = _NOTHING
    """Key -> the former name that was used for it."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def read_variables(environ: Mapping[str, str], names: frozenset[str]) -> dict[str, str]:
    """Return the variables of ``environ`` with our prefix and those of ``names``, at one moment."""
    return {name: environ[name] for name in environ if name in names or name.startswith(PREFIX)}


def pick_variables(
    environ: Mapping[str, str],
    keys: Iterable[str],
    secrets: Iterable[str],
    renamed: Mapping[str, str],
) -> Variables:
    """Return what ``environ`` sets: ``NAME`` for secrets, ``INTEGR8S_NAME`` for every key."""
    known = keys if isinstance(keys, Mapping) else set(keys)
    hidden = frozenset(secrets)
    values: dict[str, str] = {}
    names: dict[str, str] = {}
    unknown: list[str] = []
    doubled: list[tuple[str, str, str]] = []
    former: dict[str, str] = {}
    for variable, spelled in _candidates(environ, hidden, renamed):
        key = renamed.get(spelled, spelled)
        if key not in known:
            if spelled not in STEERING:
                unknown.append(variable)
            continue
        text = environ[variable]
        if not text and key in hidden:
            continue
        if key in values:
            doubled.append((key, names[key], variable))
            continue
        values[key], names[key] = text, variable
        if key != spelled:
            former[key] = spelled
    undecodable = tuple(key for key, text in values.items() if not _is_text(text))
    for key in undecodable:
        del values[key]
    return Variables(values, names, tuple(unknown), tuple(doubled), undecodable, former)


def _candidates(
    environ: Mapping[str, str], secrets: frozenset[str], renamed: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each variable that may set a key, with the key as it is spelled there."""
    start = len(PREFIX)
    for variable in environ:
        if variable in secrets or renamed.get(variable) in secrets:
            yield variable, variable
    for variable in environ:
        if variable.startswith(PREFIX):
            yield variable, variable[start:]


def _is_text(value: str) -> bool:
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
