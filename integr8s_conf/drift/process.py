"""The workloads that run with the configuration: each with its image, and the files it reads."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ..export.secret_names import secret_names
from ..resolve.production import ENVIRONMENT, names_production
from ..sources.locate import BASE_NAME
from ..sources.variables import PREFIX
from .base_file import has_base
from .images import copies_of, defaults_of, image_of
from .meaning import is_read, meaning
from .reach import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..manifests.manifest import Manifest, Mount, Variable, Workload
    from ..resolve.resolution import Resolution
    from .deployed import Deployed

OVERRIDE = f"{PREFIX}CONF_OVERRIDE"
_TOML = re.compile(r"[\w./@+-]+\.toml")
_BARE_IMAGES = frozenset(("python", "debian", "ubuntu", "alpine", "busybox", "bash", "node"))
"""Images that say nothing of what runs in them."""


class Process(NamedTuple):
    """A workload that runs with the configuration."""

    manifest: Manifest
    workload: Workload
    variables: tuple[Variable, ...]
    """What it is given, by its image too."""

    copies: tuple[Mount, ...] = ()
    """The files that its image brings."""

    image: Workload | None = None
    command: tuple[str, ...] = ()
    override: str | None = None
    """The override that it reads."""

    production: bool = False
    base_is_known: bool = True
    """Whether its base file is the deployment's."""

    loads: bool = True
    """Whether it is sure to load the configuration: a container beside it may have its files."""

    def __repr__(self) -> str:
        return f"<process {self.workload.name}>"

    @property
    def is_deployed(self) -> bool:
        """Whether it runs as it is: an image has no secrets yet, and a step of a workflow tests."""
        return self.workload.kind in ("service", "container", "unit")

    def run_of(self, deployed: Deployed) -> Resolution:
        """Return what its files resolve to."""
        return deployed.runs.get(self.override, deployed.main)

    @property
    def by_name(self) -> dict[str, Variable]:
        """Its variables by their names."""
        return {one.name: one for one in self.variables}

    @property
    def named_bases(self) -> Iterator[tuple[str, Variable]]:
        """The base file that it is told to read, if it is, and by what variable."""
        file, folder = (self.by_name.get(f"{PREFIX}CONF_{one}") for one in ("FILE", "DIR"))
        if file:
            if file.value and file.supply == "literal":
                yield file.value, file
        elif folder and folder.value and folder.supply == "literal":
            yield f"{folder.value.rstrip('/')}/{BASE_NAME}", folder

    @property
    def named_files(self) -> Iterator[tuple[str, Variable | None]]:
        """The TOML files that it is told to read on top of its base file, and by what variable."""
        variable = self.by_name.get(OVERRIDE)
        if variable and variable.value:
            yield variable.value, variable
        for word in self.command:
            for path in _TOML.findall(word):
                yield path, None


def processes_of(
    manifests: Sequence[Manifest], deployed: Deployed, names: Sequence[str] = ()
) -> tuple[Process, ...]:
    """Return the workloads that run with the configuration, or those that are named.

    One runs with it that has its files, is given a variable of it, or runs the image of such a
    one; a step of a workflow, too, that is given most of its secrets. Of others nothing is said.
    """
    every = [
        _process(one, workload, manifests, deployed)
        for one in manifests
        for workload in one.workloads
    ]
    if names:
        return tuple(one for one in every if one.workload.name in names)
    ours = {number: one for number, one in enumerate(every) if _is_ours(one, deployed)}
    images = {image for one in ours.values() for image in _image_names(one)}
    told = [one for one in ours.values() if _is_told(one, deployed)]
    told_images = {image for one in told for image in _image_names(one)}
    return tuple(
        one._replace(
            loads=_is_told(one, deployed)
            or (number in ours and (not told or not told_images.isdisjoint(_image_names(one))))
        )
        for number, one in enumerate(every)
        if number in ours or not images.isdisjoint(_image_names(one))
    )


def _is_told(process: Process, deployed: Deployed) -> bool:
    """Tell whether a process is given a variable that the configuration reads."""
    said = (meaning(deployed.catalogue, one.name) for one in process.variables)
    keys = any(one and is_read(deployed.catalogue, one) for one in said)
    return keys or any(one.name.startswith(PREFIX) for one in process.variables)


def _process(
    manifest: Manifest, workload: Workload, manifests: Sequence[Manifest], deployed: Deployed
) -> Process:
    image = image_of(workload, manifests)
    own = image or (workload if workload.kind == "image" else None)
    given = {one.name: one for one in defaults_of(own, workload)} if own else {}
    if workload.kind != "image":
        given |= {one.name: one for one in workload.variables if not one.at_build}
    made = Process(
        manifest,
        workload,
        tuple(given.values()),
        tuple(copies_of(own, _contexts(own, workload, manifests, deployed))) if own else (),
        image,
        workload.command or (image.command if image else ()),
    )
    override = _override(made, deployed)
    made = made._replace(override=override, base_is_known=has_base(made, deployed))
    return made._replace(production=_is_production(made, deployed))


def _contexts(
    image: Workload, workload: Workload, manifests: Sequence[Manifest], deployed: Deployed
) -> list[str]:
    """Return the folders that an image may be built in, the likeliest first."""
    if workload.context:
        return [workload.context]
    told = [
        one.context
        for manifest in manifests
        for one in manifest.workloads
        if one.context and one.dockerfile and image_of(one, manifests) == image
    ]
    beside = str(Path(image.dockerfile or "").absolute().parent)
    return [*dict.fromkeys((*told, beside, deployed.folder))]


def _override(process: Process, deployed: Deployed) -> str | None:
    for path, _ in process.named_files:
        found = deployed.names.get(PurePosixPath(path).name)
        if found:
            return found
    single = {
        deployed.names.get(PurePosixPath(mount.target).name)
        for mount in process.workload.mounts
        if mount.sub_path or (mount.source and not Path(mount.source).is_dir())
    }
    single.discard(None)
    return single.pop() if len(single) == 1 else None


def _is_production(process: Process, deployed: Deployed) -> bool:
    variable = process.by_name.get(f"{PREFIX}{ENVIRONMENT}")
    if variable:
        return names_production(variable.value)
    run = process.run_of(deployed)
    return process.base_is_known and names_production(run.values.get(ENVIRONMENT))


def _is_ours(process: Process, deployed: Deployed) -> bool:
    if any(one.name.startswith(PREFIX) for one in process.variables):
        return True
    if process.workload.kind == "step":
        secrets = secret_names(deployed.catalogue)
        return len(secrets) < 2 * len(secrets.keys() & process.by_name.keys())
    mounts = (*process.workload.mounts, *process.copies)
    if any(holds(mount, path) for mount in mounts for path in deployed.paths):
        return True
    return any(_is_named_ours(mount, deployed) for mount in process.workload.mounts)


def _is_named_ours(mount: Mount, deployed: Deployed) -> bool:
    """Tell whether a mount has an override by its name, or a base file with a key of ours."""
    names = (mount.sub_path,) if mount.sub_path else mount.files or ()
    if any(deployed.names.get(PurePosixPath(name or "").name) for name in names):
        return True
    texts = (text for name, text in mount.texts.items() if name in names)
    keys = re.compile(rf"^({'|'.join(deployed.catalogue.keys)})\s*=", re.MULTILINE)
    return any(keys.search(text) for text in texts)


def _image_names(process: Process) -> set[str]:
    """Return what tells images apart, but for those that any program may run in."""
    workload = process.workload
    found = {f"built by {workload.dockerfile}"} if workload.dockerfile else set()
    if workload.image and workload.kind != "image":
        name = PurePosixPath(workload.image.partition("@")[0]).name.partition(":")[0]
        found |= set() if name in _BARE_IMAGES else {workload.image}
    return found
