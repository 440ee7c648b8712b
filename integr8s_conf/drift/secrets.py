"""Secrets that nothing passes to a process, and secrets that stand in a manifest as plain text."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..declare.section import MISSING
from ..diagnostic import Diagnostic
from ..export.secret_names import secret_names
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..secret import MASK
from ..sources.variables import PREFIX
from .meaning import FILE, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..diagnostic import Level
    from ..manifests.manifest import Manifest, Mount, Variable
    from .deployed import Deployed
    from .process import Process

_FOLDER = "/run/secrets"
_TOML = (LayerKind.BASE_FILE, LayerKind.OVERRIDE_FILE)
_PLAIN = ("literal", "host")


def not_passed(process: Process, deployed: Deployed) -> Iterator[Diagnostic]:
    """Yield the secrets that a process needs and nothing gives it."""
    workload, catalogue = process.workload, deployed.catalogue
    if not process.loads or workload.open or not process.is_deployed or catalogue.sources:
        return
    run = process.run_of(deployed)
    for name, required in secret_names(catalogue).items():
        needed = required or (process.production and _has_default(deployed, name))
        is_set = any(name in layer.values for layer in run.layers if layer.kind in _TOML)
        former = [old for old, new in catalogue.renamed.items() if new == name]
        if needed and not is_set and not any(_passes(process, one) for one in (name, *former)):
            yield _missing(process, deployed, name, required=required)


def _has_default(deployed: Deployed, name: str) -> bool:
    """Tell whether a secret has a default that production refuses: any text, an empty one too."""
    default = deployed.catalogue.defaults.get(name, MISSING)
    return isinstance(default, str)


def _passes(process: Process, name: str) -> bool:
    given = process.by_name
    for variable in (f"{PREFIX}{name}", name, f"{name}{FILE}"):
        one = given.get(variable)
        if one and not (one.supply == "literal" and not one.value):
            return True
    return any(_has_secret(mount, name) for mount in process.workload.mounts)


def _has_secret(mount: Mount, name: str) -> bool:
    """Tell whether a mount may have the file of a secret, of any folder that has secrets."""
    target = PurePosixPath(mount.target)
    if target.name == name and (mount.secret or str(target.parent) == _FOLDER):
        return True
    if mount.sub_path or not (mount.secret or mount.target == _FOLDER):
        return False
    return mount.files is None or name in mount.files


def _missing(process: Process, deployed: Deployed, name: str, *, required: bool) -> Diagnostic:
    workload = process.workload
    section = deployed.catalogue.keys[name].section.__name__
    default = f"default of section {section}"
    wanted = f"a secret that section {section} requires"
    problem = Problem(
        name,
        f"nothing passes it to {workload.name}",
        wanted if required else f"a secret of its own in production, not the {default}",
        workload.origin,
        f"give {workload.name} the variable NAME or NAME_FILE, or the file {_FOLDER}/NAME",
        section,
        related=((name, Origin(LayerKind.DEFAULTS, f"section {section}")),),
    )
    return Diagnostic("secret-not-passed", "error", problem)


def plain_text(process: Process, deployed: Deployed) -> Iterator[Diagnostic]:
    """Yield the secrets whose values stand in a manifest, or in its defaults."""
    own = process.workload.variables
    for one in {(one.name, one.origin): one for one in (*process.variables, *own)}.values():
        said = meaning(deployed.catalogue, one.name)
        if not said or said.key not in deployed.catalogue.secrets or said.way == "file":
            continue
        if one.origin.layer is LayerKind.MANIFEST and one.value and one.supply in _PLAIN:
            yield _plain(one, said.key, _level(one, said.key, process, deployed), deployed)


def _level(one: Variable, key: str, process: Process, deployed: Deployed) -> Level:
    """Return how bad a plain text is: a development default that is not of production, less."""
    default = deployed.catalogue.defaults.get(key)
    return "warning" if one.value == default and not process.production else "error"


def _plain(one: Variable, key: str, level: Level, deployed: Deployed) -> Diagnostic:
    kind = "the default of a variable" if one.has_default else "the plain text of a secret"
    problem = Problem(
        key,
        f"{MASK}, {kind} in a file that is committed",
        "a reference to a secret that is kept elsewhere",
        one.origin,
        "remove the value here, and change the secret: it is known to all who can read the file",
        deployed.catalogue.keys[key].section.__name__,
        related=((key, deployed.main.origin(key)),),
    )
    return Diagnostic("plain-secret", level, problem)


def stored_plainly(
    manifests: Iterable[Manifest], processes: Sequence[Process], deployed: Deployed
) -> Iterator[Diagnostic]:
    """Yield the values of a Secret's manifest that a process is given."""
    used = {one.source for process in processes for one in process.variables}
    mounted = {
        name
        for process in processes
        for mount in process.workload.mounts
        if mount.secret
        for name in mount.files or ()
    }
    for manifest in manifests:
        for one in manifest.stored:
            said = meaning(deployed.catalogue, one.name)
            if not said or said.key not in deployed.catalogue.secrets or said.way == "file":
                continue
            if f"{one.source}/{one.name}" in used or one.name in mounted:
                yield _plain(one, said.key, "error", deployed)
