"""TOML files that a process is told to read and does not find, and files that another one hides."""

from __future__ import annotations

import posixpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic
from ..display import printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.variables import PREFIX
from .reach import brings_file, copied_to, found_at, holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..manifests.manifest import Mount, Variable
    from .deployed import Deployed
    from .process import Process

_MANY = 2
"""How many overrides must be mounted for another one to be missed."""


def not_mounted(
    process: Process, processes: Sequence[Process], deployed: Deployed
) -> Iterator[Diagnostic]:
    """Yield the TOML files that a process is told to read, and that nothing brings."""
    if not process.is_deployed:
        return
    for path, variable in process.named_files:
        override = deployed.names.get(PurePosixPath(path).name)
        if (variable or override) and _lacks(path, process, processes, deployed):
            problem = _missing(path, variable, process, _file_of(override, deployed))
            yield Diagnostic("override-not-mounted", "error", problem)
    for path, variable in process.named_bases:
        if _lacks(path, process, processes, deployed):
            yield Diagnostic("base-not-mounted", "error", _missing(path, variable, process))


def _lacks(path: str, process: Process, processes: Sequence[Process], deployed: Deployed) -> bool:
    """Tell whether it is certain that a process does not find a file."""
    mounts, name = process.workload.mounts, PurePosixPath(path).name
    places = _places(path, process)
    if places is None:
        brought = any(brings_file(one, name) for one in (*mounts, *process.copies))
        return not brought and _by_mounts(process, name, processes, deployed)
    states = {place: found_at(place, mounts, deployed.folder) for place in places}
    if {"there", "unknown"}.intersection(states.values()):
        return False
    open_places = [place for place, state in states.items() if state == "uncovered"]
    if any(copied_to(place, process.copies, deployed.folder) for place in open_places):
        return False
    return not open_places or _by_mounts(process, name, processes, deployed)


def _by_mounts(
    process: Process, name: str, processes: Sequence[Process], deployed: Deployed
) -> bool:
    """Tell whether a process has its files by mounts alone, not by its image."""
    mounts = process.workload.mounts
    own = any(holds(one, path) for one in mounts for path in deployed.paths) or any(
        PurePosixPath(file).name in deployed.names
        for one in mounts
        for file in (one.sub_path, *(one.files or ()))
        if file
    )
    if process.image:
        return own or bool(process.copies)
    return own and not any(
        brings_file(one, name) for other in processes for one in other.copies if one.source
    )


def _places(path: str, process: Process) -> list[str] | None:
    """Return the paths that a name may mean; None where its folder is not known."""
    if path.startswith("/"):
        return [posixpath.normpath(path)]
    given = process.by_name
    folder = process.workload.folder or (process.image.folder if process.image else None)
    own = given.get(f"{PREFIX}CONF_DIR")
    file = given.get(f"{PREFIX}CONF_FILE")
    beside = own.value if own else posixpath.dirname(file.value or "") if file else None
    if folder is None or (own and not own.value):
        return None
    folders = [folder, *([beside] if beside else [folder, f"{folder}/settings"])]
    return [posixpath.normpath(posixpath.join(folder, one, path)) for one in folders]


def _missing(
    path: str,
    variable: Variable | None,
    process: Process,
    related: tuple[tuple[str, Origin], ...] = (),
) -> Problem:
    name = process.workload.name
    by = variable.name if variable else "the command"
    return Problem(
        None,
        f"{printable(path)}, which {by} of {name} names and nothing mounts",
        "a file that the process finds",
        variable.origin if variable else process.workload.origin,
        f"mount it, or copy it into the image of {name}",
        related=related,
    )


def _file_of(override: str | None, deployed: Deployed) -> tuple[tuple[str, Origin], ...]:
    if override is None:
        return ()
    name = deployed.overrides[override]
    return ((name, Origin(LayerKind.OVERRIDE_FILE, name)),)


def never_mounted(processes: Sequence[Process], deployed: Deployed) -> Iterator[Diagnostic]:
    """Yield the overrides that no workload names or mounts, where most others are."""
    used = {path for path in deployed.overrides for one in processes if _uses(one, path, deployed)}
    unused = [path for path in deployed.overrides if path not in used]
    if len(used) < _MANY or len(unused) >= len(used):
        return
    for path in unused:
        origin = Origin(LayerKind.OVERRIDE_FILE, deployed.overrides[path])
        problem = Problem(
            None,
            "an override that no workload names or mounts, as the others are",
            "a workload that runs with it",
            origin,
            "add the workload or remove the file",
        )
        yield Diagnostic("override-not-mounted", "warning", problem)


def _uses(process: Process, override: str, deployed: Deployed) -> bool:
    names = {name for name, path in deployed.names.items() if path == override}
    if any(PurePosixPath(path).name in names for path, _ in process.named_files):
        return True
    return any(
        _is_single(one) and PurePosixPath(one.sub_path or one.source or "").name in names
        for one in process.workload.mounts
    )


def _is_single(mount: Mount) -> bool:
    return mount.sub_path is not None or (
        mount.source is not None and not Path(mount.source).is_dir()
    )


def hidden(process: Process, deployed: Deployed) -> Iterator[Diagnostic]:
    """Yield the mounts whose files another mount of the process hides."""
    mounts = process.workload.mounts
    if not process.is_deployed:
        return
    for number, above in enumerate(mounts):
        for below in mounts[:number]:
            if below.target == above.target:
                yield _hidden(below, above, above.target)
        if not _is_file(above):
            continue
        for below in mounts:
            if _has(below, above.target, deployed) and not _same(below, above):
                yield _hidden(below, above, above.target)


def _is_file(mount: Mount) -> bool:
    if mount.sub_path is not None:
        return mount.files is None or mount.sub_path in mount.files
    return mount.source is not None and Path(mount.source).is_file()


def _has(mount: Mount, path: str, deployed: Deployed) -> bool:
    """Tell whether a folder that is mounted is sure to have a TOML file at a path."""
    inside = path.startswith(mount.target.rstrip("/") + "/") and path.endswith(".toml")
    return inside and found_at(path, [mount], deployed.folder) == "there"


def _same(below: Mount, above: Mount) -> bool:
    """Tell whether a file that hides another one is that very file, or has its text."""
    inner = above.target.removeprefix(below.target).lstrip("/")
    if below.source is not None and above.source is not None:
        return Path(below.source, inner).resolve() == Path(above.source).resolve()
    text = below.texts.get(inner)
    return text is not None and text == above.texts.get(above.sub_path or "")


def _hidden(below: Mount, above: Mount, path: str) -> Diagnostic:
    problem = Problem(
        None,
        f"a mount at {path}, which hides what {below.origin} mounts there",
        "one mount for each path",
        above.origin,
        "give it a path of its own, or remove one of the two",
        related=((path, below.origin),),
    )
    return Diagnostic("hidden-mount", "error", problem)
