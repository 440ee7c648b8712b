"""The layers of TOML files: the base file and the override."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..display import printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.locate import BASE_NAME
from ..sources.toml import TomlFile, read_toml
from ..suggest import nearest
from .former_names import both_names, by_names_of_now
from .layer import Layer, Reading
from .notices import removed_problem, renamed_notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.catalogue import Catalogue
    from ..inner_path import InnerPath
    from ..sources.locate import Place
    from ..sources.safe_file import UnreadableError

_WORLD_WRITABLE = 0o002
_MOST_NEIGHBOURS = 1000


def read_file_layer(kind: LayerKind, place: Place, catalogue: Catalogue) -> Reading:
    """Read one TOML file; what cannot be read is a problem, and its keys are unsure."""
    file = read_toml(place.name, place.path)
    problems = file_problems(kind, file, place, catalogue)
    if file.unreadable is not None:
        return Reading((_layer(kind, file, {}, {}, catalogue),), tuple(problems))
    values = file.values
    former: dict[str, str] = {}
    if not values.keys() <= catalogue.keys.keys():
        values, former, unknown = _known(kind, file, catalogue)
        problems += unknown
    layer = _layer(kind, file, values, former, catalogue)
    warnings = _mode_warnings(kind, file)
    warnings += tuple(
        renamed_notice(old, new, layer.locate(new), catalogue) for new, old in former.items()
    )
    return Reading((layer,), tuple(problems), warnings)


def file_problems(
    kind: LayerKind, file: TomlFile, place: Place, catalogue: Catalogue
) -> list[Problem]:
    """Return why a file cannot be read, or what of it is not TOML."""
    if file.unreadable is not None:
        return [_unreadable(kind, file, file.unreadable, place)]
    if not file.faults:
        return []
    from .toml_problems import fault_problem  # noqa: PLC0415 - most files are sound

    return [fault_problem(kind, file, fault, catalogue) for fault in file.faults]


def _layer(
    kind: LayerKind,
    file: TomlFile,
    values: Any,
    former: dict[str, str],
    catalogue: Catalogue,
) -> Layer:
    def locate(key: str, path: InnerPath = ()) -> Origin:
        return _origin(kind, file, (former.get(key, key), *path))

    unsure = frozenset(catalogue.keys) if file.lost else file.unsure
    path = os.fspath(file.path)
    return Layer(kind, file.name, values, locate, unsure=unsure, path=path, locate_inner=locate)


def _known(
    kind: LayerKind, file: TomlFile, catalogue: Catalogue
) -> tuple[dict[str, Any], dict[str, str], list[Problem]]:
    """Return the declared keys of a file, the former names used for them, and the other keys."""
    from .unknown_keys import unknown_in_file  # noqa: PLC0415 - most files have none

    values, former, beside = by_names_of_now(file.values, catalogue)
    problems = names_beside(kind, file, beside, catalogue)
    for name in catalogue.removed.keys() & file.values.keys():
        problems.append(removed_problem(name, _origin(kind, file, (name,)), catalogue))
    problems += unknown_in_file(kind, file, catalogue)
    return values, former, problems


def names_beside(
    kind: LayerKind, file: TomlFile, beside: Mapping[str, str], catalogue: Catalogue
) -> list[Problem]:
    """Return the problem of each former name in a file beside another name of its key."""
    return [
        both_names(
            old,
            other,
            _origin(kind, file, (old,)),
            catalogue,
            f"; line {file.line_of((other,))} has {other}",
        )
        for old, other in beside.items()
    ]


def _origin(kind: LayerKind, file: TomlFile, path: InnerPath) -> Origin:
    return Origin(kind, file.name, file.line_of(path))


def _unreadable(kind: LayerKind, file: TomlFile, error: UnreadableError, place: Place) -> Problem:
    found = f"{error.found[:1].lower()}{error.found[1:]}"
    if os.path.isdir(place.path):  # noqa: PTH112 - a path with a NUL raises in pathlib
        hint = _file_within(place)
    else:
        hint = error.hint or _where_it_may_be(kind, place)
    wanted = f"{error.wanted} as the {kind}"
    return Problem(None, found, wanted, Origin(kind, file.name), hint)


def _file_within(place: Place) -> str:
    if Path(place.path, BASE_NAME).exists():
        return f"did you mean {printable(str(Path(place.name, BASE_NAME)))}?"
    return "name a file in it"


def _where_it_may_be(kind: LayerKind, place: Place) -> str:
    """Return where a file was looked for, and what stands there of nearly the same name."""
    paths = place.looked or (place.path,)
    looked = f"looked for {' and '.join(map(printable, paths))}"
    for path in paths:
        if near := _neighbour(path):
            return f"{looked}; did you mean {printable(near)}?"
    by = " with integr8s-conf init" if kind is LayerKind.BASE_FILE else ""
    return f"{looked}; name another file, or create it{by}"


def _neighbour(path: str) -> str | None:
    """Return the file beside ``path`` whose name is nearly the same."""
    folder, name = os.path.split(path)
    try:
        with os.scandir(folder or ".") as entries:
            names = [entry.name for entry in islice(entries, _MOST_NEIGHBOURS)]
    except (OSError, ValueError):
        return None
    stem, dot, ending = name.rpartition(".")
    tail = f"{dot}{ending}" if dot else ""
    stem = stem or name
    near = nearest(stem, [one.removesuffix(tail) for one in names if one.endswith(tail)])
    return f"{near}{tail}" if near else None


def _mode_warnings(kind: LayerKind, file: TomlFile) -> tuple[Problem, ...]:
    if not file.mode & _WORLD_WRITABLE:
        return ()
    found = f"a file that everyone can write (mode {file.mode:04o})"
    wanted = "a file that its owner alone can write"
    hint = f"chmod o-w {printable(file.name)}"
    return (Problem(None, found, wanted, Origin(kind, file.name), hint),)
