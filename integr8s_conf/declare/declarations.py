"""Reads the keys that a section class declares."""

from __future__ import annotations

import re
import typing
from dataclasses import dataclass, field
from typing import Any

from ..convert import Mismatch
from ..problems import Problem
from ..secret import mask_secrets
from .bounds import BadDeclarationError
from .checks import Check, compile_check
from .section import MISSING, Section, Setting

if typing.TYPE_CHECKING:
    from .plugin import Plugin

_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_RESERVED_NAMES = {"SETTINGS_MODULE", "PROJECT_ROOT", "RENAMED_VARS", "YAML", "DYNABOXIFY"}
_RESERVED_STARTS = ("CONF_", "INTEGR8S_", "DYNACONF_")


@dataclass(frozen=True, slots=True)
class Key:
    """One declared key, with its compiled checks and its owner."""

    name: str
    annotation: Any
    setting: Setting
    section: type[Section]
    plugin: Plugin
    check: Check = field(repr=False)

    @property
    def required(self) -> bool:
        return self.setting.default is MISSING and not self.setting.computed


@dataclass(frozen=True, slots=True)
class Declared:
    """The keys of a section class, and what is wrong with its declarations."""

    keys: tuple[Key, ...]
    problems: tuple[Problem, ...]


def declared_keys(section: type[Section], plugin: Plugin) -> Declared:
    """Read the declarations of ``section``: inherited keys first, in their order."""
    try:
        annotations = typing.get_type_hints(section, include_extras=True)
    except Exception as error:
        problem = _bad(
            section, plugin, None, f"{type(error).__name__}: {error}", "types that exist"
        )
        return Declared((), (problem,))
    keys, problems = [], []
    for name, value in _declarations(section, annotations).items():
        try:
            keys.append(_key(name, value, annotations, section, plugin))
        except BadDeclarationError as error:
            problems.append(_bad(section, plugin, name, str(error), "a sound declaration"))
    return Declared(tuple(keys), tuple(problems))


def _declarations(section: type[Section], annotations: dict[str, Any]) -> dict[str, Any]:
    """Return what stands behind each name that is, or looks like, a key."""
    found = {
        name: getattr(section, name, MISSING)
        for name, annotation in annotations.items()
        if name.isupper() and typing.get_origin(annotation) is not typing.ClassVar
    }
    for cls in reversed(section.__mro__[:-1]):
        for name, value in vars(cls).items():
            if isinstance(value, Setting) or (name.isupper() and name not in annotations):
                found.setdefault(name, value)
    return found


def _key(
    name: str, value: Any, annotations: dict[str, Any], section: type[Section], plugin: Plugin
) -> Key:
    if not isinstance(value, Setting):
        raise BadDeclarationError(f"write {name}: TYPE = setting(DEFAULT, DESCRIPTION)")
    if not _NAME.fullmatch(name):
        raise BadDeclarationError("a key is upper-case words joined by single underscores")
    if (
        name in _RESERVED_NAMES
        or name.startswith(_RESERVED_STARTS)
        or name.endswith("_FOR_DYNACONF")
    ):
        raise BadDeclarationError("the name is reserved; choose another one")
    if name not in annotations:
        raise BadDeclarationError(f"it has no type; write {name}: TYPE = setting(...)")
    if value.computed and value.default is not MISSING:
        raise BadDeclarationError("a computed key has no default")
    key = Key(
        name, annotations[name], value, section, plugin, compile_check(value, annotations[name])
    )
    _judge_default(key)
    return key


def _judge_default(key: Key) -> None:
    default = key.setting.default
    if default is MISSING or callable(default):
        return
    try:
        key.check.from_value(default)
    except Mismatch as mismatch:
        wanted = mismatch.wanted or key.check.type_wanted
        if key.setting.secret:
            wanted = mask_secrets(wanted, [str(default)])
        raise BadDeclarationError(f"its default breaks its own rule: wanted {wanted}") from None


def _bad(
    section: type[Section], plugin: Plugin, key: str | None, found: str, wanted: str
) -> Problem:
    return Problem(
        key,
        found=found,
        wanted=wanted,
        hint=f"mend the declaration in {section.__module__}.{section.__qualname__} of {plugin}",
        section=section.__name__,
        plugin=plugin.name,
    )
