"""The names of a new plugin, all made from one, and what is wrong with them by themselves."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from ..declare.bounds import BadDeclarationError
from ..declare.key_names import refuse_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LONGEST = 30
_FORM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

OF_THE_TEMPLATE = frozenset(
    {
        "Any",
        "Callable",
        "ConfigError",
        "Literal",
        "MakeSettings",
        "Mapping",
        "Path",
        "PluginContract",
        "Rule",
        "Section",
        "Settings",
        "Target",
        "caught",
        "command",
        "conftest",
        "key_table",
        "make_settings",
        "problem",
        "pytest",
        "settings",
        "setup",
        "tests",
        "timedelta",
        "toml",
        "values",
        "written",
    }
)
"""Names that the files of a new plugin use for something else."""


class Names(NamedTuple):
    """What a plugin of one name calls its parts."""

    name: str
    """Of the distribution, of the plugin, and of its folder."""

    package: str
    section: str
    prefix: str
    """What each of its keys begins with, up to the underscore."""


def names_of(name: str) -> Names:
    """Return the names for ``acme-mail``: ``acme_mail``, ``AcmeMail`` and ``ACME_MAIL``."""
    package = name.replace("-", "_")
    section = "".join(word.capitalize() for word in name.split("-"))
    return Names(name, package, section, package.upper())


def faults_of_form(given: str) -> Iterator[str]:
    """Yield what is wrong with a name as it is written."""
    if not _FORM.fullmatch(given):
        yield "it must be of lower-case letters a to z, digits, and single hyphens between them"
    if len(given) > LONGEST:
        yield f"it has {len(given)} characters, and may have {LONGEST}"


def faults_in_python(names: Names) -> Iterator[str]:
    """Yield what Python, the framework, or the files that are written use the names for."""
    package = names.package
    if keyword.iskeyword(package) or keyword.issoftkeyword(package):
        yield f"{package} is a keyword of Python, so no package can be imported by that name"
    if package in sys.stdlib_module_names:
        yield f"{package} is a module of Python's standard library"
    elif hasattr(builtins, package):
        yield f"{package} is a name that Python has built in"
    if {package, names.section} & OF_THE_TEMPLATE:
        yield f"the files of a new plugin use the name {package} for something else"
    try:
        refuse_name(f"{names.prefix}_HOST")
    except BadDeclarationError as error:
        yield f"its keys would begin with {names.prefix}_: {error.args[0]}"


def normal_name(given: str) -> str:
    """Return a name of the right form that is like another; empty where there is none."""
    ascii_only = unicodedata.normalize("NFKD", given).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only).lstrip("-0123456789")
    return words[:LONGEST].rstrip("-")


def suggestion(given: str, faults: Callable[[str], Iterable[str]]) -> str | None:
    """Return a name like another one that has no faults, or None if none is found."""
    normal = normal_name(given)
    candidates = (normal, f"{normal}-conf", f"my-{normal}") if normal else ()
    return next((one for one in candidates if one != given and not any(faults(one))), None)
