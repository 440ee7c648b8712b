"""Reads a unit of systemd: what it gives to its service, with its drop-ins."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import Problem
from ..sources.safe_file import UnreadableError
from .manifest import Manifest, Mount, Variable, Workload
from .text_file import read_short_text, unread
from .unit_lines import assignments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..origin import Origin
    from .manifest import Supply
    from .unit_lines import Assignment

_SPECIFIER = re.compile("%([^%])")
_PREFIXES = "@-:+!|"
_CREDENTIALS = ("LoadCredential", "LoadCredentialEncrypted", "SetCredentialEncrypted")
_BINDS = ("BindPaths", "BindReadOnlyPaths")
_OF_WORDS = ("Environment", "PassEnvironment", "UnsetEnvironment", "ExecStart", *_BINDS)


def read_unit(name: str, path: str) -> Manifest:
    """Return the service that a unit starts; its drop-ins ``NAME.d/*.conf`` beside it count."""
    manifest = Manifest(name, path, "systemd")
    found: list[Assignment] = []
    for place in ("", *_drop_ins(path)):
        try:
            found += assignments(name + place, read_short_text(path + place))
        except UnreadableError as error:
            problems = unread(manifest._replace(name=name + place), error).problems
            return manifest._replace(problems=problems)
    service = (_service(Path(path).name, found),) if found else ()
    faulty = [one for one in found if one.name in _OF_WORDS and one.words is None]
    return manifest._replace(workloads=service, problems=tuple(map(_unclosed, faulty)))


def _drop_ins(path: str) -> list[str]:
    """Return the drop-ins of a unit, as what follows its name."""
    return [f".d/{file.name}" for file in sorted(Path(f"{path}.d").glob("*.conf"))]


def _unclosed(one: Assignment) -> Problem:
    found = f"{one.name} with a quote that is not closed"
    return Problem(None, found, "words, quoted or not", one.origin, "systemd ignores the line")


def _service(unit: str, found: Sequence[Assignment]) -> Workload:
    unset = {word for word, _ in _words(found, "UnsetEnvironment")}
    variables = {one.name: one for one in _variables(found) if one.name not in unset}
    folders = [_text(one.value.lstrip("-")) for one in _kept(found, "WorkingDirectory")]
    starts = _kept(found, "ExecStart")
    command = (starts[-1].words or ()) if starts else ()
    return Workload(
        unit.removesuffix(".service"),
        "unit",
        (starts or found)[-1].origin,
        tuple(variables.values()),
        (*_credentials(unit, found), *_bound(found)),
        (*(word.lstrip(_PREFIXES) for word in command[:1]), *command[1:]),
        folders[-1] if folders else None,
        open=bool(_kept(found, "EnvironmentFile")),
    )


def _kept(found: Sequence[Assignment], *names: str) -> list[Assignment]:
    """Return the assignments of options that are lists: an empty one forgets those before."""
    kept: list[Assignment] = []
    for one in found:
        if one.name in names:
            if one.value:
                kept.append(one)
            else:
                kept = [old for old in kept if old.name != one.name]
    return kept


def _words(found: Sequence[Assignment], *names: str) -> Iterator[tuple[str, Origin]]:
    """Yield the words of options that are lists, and where they stand, or their names before =."""
    for one in _kept(found, *names):
        origins = one.origins
        for word in one.words or ():
            yield word, origins.get(word.partition("=")[0], one.origin)


def _text(text: str) -> str | None:
    """Return a text with its specifiers replaced; None where only systemd knows: ``%h``."""
    plain = text.replace("%%", "")
    return None if _SPECIFIER.search(plain) else text.replace("%%", "%")


def _variables(found: Sequence[Assignment]) -> Iterator[Variable]:
    for word, origin in _words(found, "PassEnvironment"):
        yield Variable(word, origin, "host", source=word)
    # A credential that the unit holds itself is as plain to read as a variable.
    for one in _kept(found, "SetCredential"):
        name, _, value = one.value.partition(":")
        yield Variable(name, one.origin, value=value)
    for word, origin in _words(found, "Environment"):
        name, equals, value = word.partition("=")
        text = _text(value)
        if name and equals:
            supply: Supply = "unknown" if text is None else "literal"
            yield Variable(name, origin, supply, text)


def _credentials(unit: str, found: Sequence[Assignment]) -> Iterator[Mount]:
    """Yield the one folder of all credentials, if there are any."""
    given = _kept(found, *_CREDENTIALS)
    if given:
        names = tuple(one.value.partition(":")[0] for one in given)
        yield Mount(f"/run/credentials/{unit}", given[0].origin, files=names, secret=True)


def _bound(found: Sequence[Assignment]) -> Iterator[Mount]:
    for word, origin in _words(found, *_BINDS):
        source, _, rest = word.lstrip("-").partition(":")
        target = rest.partition(":")[0] or source
        yield Mount(target, origin, source)
