"""What a process has of the image that it runs: variables, files, a command."""

from __future__ import annotations

from pathlib import Path
from posixpath import join
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..manifests.manifest import Manifest, Mount, Variable, Workload

_GLOB = frozenset("*?[")


def image_of(workload: Workload, manifests: Iterable[Manifest]) -> Workload | None:
    """Return the image that a service is built to, where its Dockerfile is at hand."""
    if workload.dockerfile is None or workload.kind == "image":
        return None
    for manifest in manifests:
        if manifest.format == "dockerfile" and _same(manifest.path, workload.dockerfile):
            images = manifest.workloads
            named = [one for one in images if workload.stage in (None, one.name)]
            return named[-1] if named else None
    return None


def defaults_of(image: Workload, workload: Workload) -> Iterator[Variable]:
    """Yield the variables of an image, which hold where the workload sets none."""
    given = {one.name: one for one in workload.variables if one.at_build}
    for one in image.variables:
        if one.at_build:
            continue
        argument = given.get(one.source) if one.supply == "host" else None
        if argument is None:
            yield one._replace(has_default=one.value is not None)
        elif argument.source or argument.value is None:
            yield one._replace(supply="unknown", value=None, has_default=False)
        else:
            yield one._replace(value=argument.value, origin=argument.origin)


def copies_of(image: Workload, contexts: Sequence[str]) -> Iterator[Mount]:
    """Yield the files that an image brings, with the paths that they are copied from.

    The first of ``contexts``, the folders that it may be built in, is taken that has the file.
    """
    for mount in image.mounts:
        if mount.source is None:
            yield mount
            continue
        by_folder = (_sources(folder, mount.source) for folder in contexts)
        found = next(filter(None, by_folder), [])
        if set(mount.source) & _GLOB:
            for path in found:
                yield mount._replace(source=str(path), target=join(mount.target, path.name))
        else:
            yield mount._replace(source=str(found[0]) if found else None)


def _sources(folder: str, source: str) -> list[Path]:
    if set(source) & _GLOB:
        try:
            return sorted(path for path in Path(folder).glob(source) if path.is_file())
        except (ValueError, NotImplementedError):
            return []
    path = Path(folder, source)
    return [path] if path.exists() else []


def _same(one: str, other: str) -> bool:
    return Path(one).resolve() == Path(other).resolve()
