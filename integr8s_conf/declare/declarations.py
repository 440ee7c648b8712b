"""Reads the keys that a section class declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..convert import Mismatch, type_name
from ..display import kind_of, show_short
from ..inner_path import spelled_path
from ..problems import Problem
from ..raised import raised
from ..secret import mask_secrets
from .annotations import is_class_variable, types_of
from .bounds import BadDeclarationError
from .checks import Check, compile_check
from .key_names import refuse_name
from .release import refuse_history
from .removed_keys import refuse_removal
from .section import MISSING, Removed, Section, Setting
from .workers import refuse_impossible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .plugin import Plugin


class Key(NamedTuple):
    """One declared key, with its compiled checks and its owner."""

    name: str
    annotation: Any
    setting: Setting
    section: type[Section]
    plugin: Plugin
    check: Check

    @property
    def required(self) -> bool:
        """Whether some layer must set it."""
        return self.setting.default is MISSING and not self.setting.computed

    @property
    def wanted(self) -> str:
        """Its type and its own bounds, in words."""
        bounds = " and ".join(bound.wanted for bound in self.check.bounds)
        return f"{self.check.type_wanted} {bounds}".strip()


class Declared(NamedTuple):
    """The keys of a section class, and what is wrong with its declarations."""

    keys: tuple[Key, ...]
    problems: tuple[Problem, ...]


def declared_keys(section: type[Section], plugin: Plugin) -> Declared:
    """Read the declarations of ``section``: inherited keys first, in their order."""
    types, faults = types_of(section)
    keys, problems = [], []
    for name, value in _declarations(section, types, faults).items():
        try:
            if isinstance(value, Removed):
                refuse_removal(name, value, typed=name in types)
                continue
            setting = _setting(name, value, types, faults)
            refuse_history(setting)
            refuse_impossible(setting)
            check = compile_check(setting, types[name])
            key = Key(name, types[name], setting, section, plugin, check)
            _judge_default(key)
            keys.append(key)
        except BadDeclarationError as error:
            problems.append(_problem(section, plugin, name, *error.args))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's type may raise anything
            found = f"a declaration that raised {raised(error)}"
            problems.append(_problem(section, plugin, name, found))
    return Declared(tuple(keys), tuple(problems))


def _declarations(
    section: type[Section], types: Mapping[str, Any], faults: Mapping[str, str]
) -> dict[str, Any]:
    """Return what stands behind each name that is, or looks like, a key."""
    found = {
        name: getattr(section, name, MISSING)
        for name, annotation in types.items()
        if _looks_like_a_key(name) and not is_class_variable(annotation)
    }
    found.update((name, None) for name in faults if _looks_like_a_key(name))
    for cls in reversed(section.__mro__[:-1]):
        for name, value in vars(cls).items():
            untyped = _looks_like_a_key(name) and name not in types
            if isinstance(value, Setting | Removed) or untyped:
                found.setdefault(name, value)
    return found


def _looks_like_a_key(name: str) -> bool:
    return name.isupper() and not name.startswith("_")


def _setting(name: str, value: Any, types: Mapping[str, Any], faults: Mapping[str, str]) -> Setting:
    """Return the setting of a key; refuse what is none, and what contradicts itself."""
    if name in faults:
        raise BadDeclarationError(faults[name], "import or define the type above the class")
    kind = type_name(types[name]) if name in types else "TYPE"
    if not isinstance(value, Setting):
        found = "a type alone" if value is MISSING else f"a plain value ({kind_of(value)})"
        raise BadDeclarationError(found, f"write {name}: {kind} = setting(DEFAULT, DESCRIPTION)")
    refuse_name(name)
    if name not in types:
        hint = f"write {name}: TYPE = setting(...), with a type such as str"
        raise BadDeclarationError("a setting() without a type", hint)
    if value.computed and value.default is not MISSING:
        hint = "drop the default, or computed=True"
        raise BadDeclarationError("a default of a computed key", hint)
    for keyword, function in (*[("check", one) for one in value.checks], ("cast", value.cast)):
        if function is not None and not callable(function):
            hint = f"give {keyword}= a function"
            raise BadDeclarationError(f"{keyword}={function!r}, which is no function", hint)
    return value


def _judge_default(key: Key) -> None:
    default = key.setting.default
    try:
        typed_default(key, default)
    except Mismatch as mismatch:
        found = f"the default {show_short(default, secret=key.setting.secret)}"
        wanted = wanted_default(key, mismatch, default)
        raise BadDeclarationError(f"{found}, which breaks its own rule", f"give {wanted}") from None


def typed_default(key: Key, default: Any) -> Any:
    """Return a default as readers get it, MISSING for one that is called at each load.

    Raises:
        Mismatch: The default breaks the key's own rules.
    """
    if default is MISSING or callable(default):
        return MISSING
    return key.check.from_value(default)


def wanted_default(key: Key, mismatch: Mismatch, default: Any) -> str:
    """Return what is wanted in place of a default that breaks the key's own rules."""
    wanted = mismatch.wanted or key.wanted
    if mismatch.path:
        wanted = f"{wanted} as {spelled_path(key.name, mismatch.path)}"
    return mask_secrets(wanted, [str(default)]) if key.setting.secret else wanted


def _problem(
    section: type[Section],
    plugin: Plugin,
    key: str,
    found: str,
    hint: str = "change the keyword or the type",
) -> Problem:
    return Problem(
        key,
        found=found,
        wanted="a sound declaration",
        hint=f"{hint}, in {section.__module__}.{section.__qualname__} of {plugin}",
        section=section.__name__,
        plugin=plugin.name,
        quoted=True,
    )
