"""Finds the manifests among files and folders, by name and content, and reads them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..sources.safe_file import UnreadableError
from .compose import is_compose_name, main_beside, override_beside, read_compose
from .dockerfile import read_dockerfile
from .kubernetes import KubernetesFile, read_kubernetes
from .kubernetes_objects import is_object
from .manifest import Manifest
from .systemd import read_unit
from .text_file import read_text, unread
from .workflow import read_workflow
from .yaml_nodes import Documents, read_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .yaml_nodes import Node

USUAL = ("deploy", "deployment", "k8s", "kubernetes", "manifests", ".github/workflows")
"""The folders of a project in which manifests are usually kept."""

_LEFT_OUT = frozenset((".git", ".venv", "venv", "node_modules", "__pycache__", ".tox"))
_YAML = (".yml", ".yaml")
_UNIT = ".service"
_DOCKERFILE = re.compile(r"(Dockerfile|Containerfile)([.-].*)?|.*\.(dockerfile|Dockerfile)")
_OBJECT = re.compile(r"^apiVersion:.*^kind:|^kind:.*^apiVersion:", re.MULTILINE | re.DOTALL)
_KUSTOMIZATIONS = ("kustomization.yaml", "kustomization.yml", "Kustomization")


class NotManifestsError(Exception):
    """Names that are no manifests; the text says which, and what is one."""


class _Found(NamedTuple):
    name: str
    path: str
    named: bool
    """Whether its user named the file itself."""


def usual_places(folder: str) -> tuple[str, ...]:
    """Return the files and folders in a project's folder that usually are manifests."""
    names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    files = [name for name in names if is_compose_name(name) or _DOCKERFILE.fullmatch(name)]
    return (*files, *(name for name in USUAL if Path(folder, name).is_dir()))


def read_manifests(names: Sequence[str], folder: str) -> tuple[Manifest, ...]:
    """Read files, and those of folders that are manifests, as seen from a working directory.

    Raises:
        NotManifestsError: A name is of no file or folder, or of a file of another format.

    """
    missing = [name for name in names if not Path(folder, name).exists()]
    if missing:
        raise NotManifestsError(f"{', '.join(missing)}: there is no such file or folder")
    found = {one.path: one for name in names for one in _files(name, folder)}
    manifests: list[Manifest] = []
    objects: list[KubernetesFile] = []
    for one in _leading(found):
        read = _read(one)
        if isinstance(read, Manifest):
            manifests.append(read)
        elif read is not None:
            objects.append(read)
        elif one.named:
            formats = "Compose, Kubernetes, a Dockerfile, a workflow of GitHub Actions, or a unit"
            raise NotManifestsError(f"{one.name}: none of {formats} of systemd")
    return (*manifests, *_built(manifests, folder), *read_kubernetes(objects))


def _built(manifests: Sequence[Manifest], folder: str) -> Iterator[Manifest]:
    """Yield the Dockerfiles that services are built from, where they are not among the files."""
    known = {one.path for one in manifests}
    named = (one.dockerfile for manifest in manifests for one in manifest.workloads)
    for path in sorted({path for path in named if path} - known):
        if Path(path).is_file():
            yield read_dockerfile(os.path.relpath(path, folder), path)


def _files(name: str, folder: str) -> Iterator[_Found]:
    start = Path(folder, name)
    if not start.is_dir():
        yield _Found(name, str(start.absolute()), named=True)
        return
    for place, folders, files in os.walk(start):
        folders[:] = sorted(set(folders) - _LEFT_OUT)
        for file in sorted(files):
            path = Path(place, file)
            shown = os.path.normpath(Path(name, path.relative_to(start)))
            yield _Found(shown, str(path.absolute()), named=False)


def _leading(found: dict[str, _Found]) -> Iterable[_Found]:
    """Leave out what is read with another file: the override that Compose takes by itself."""
    taken = {override_beside(path) for path in found}
    return [one for path, one in found.items() if path not in taken]


def _read(one: _Found) -> Manifest | KubernetesFile | None:
    """Return what a file holds; None for one of another format."""
    path = Path(one.path)
    if is_compose_name(path.name) and not _is_override(one):
        return read_compose(one.name, one.path)
    if _DOCKERFILE.fullmatch(path.name) and path.suffix not in (".dockerignore", ".md"):
        return read_dockerfile(one.name, one.path)
    if path.suffix == _UNIT:
        return read_unit(one.name, one.path)
    if path.suffix not in _YAML and path.name not in _KUSTOMIZATIONS:
        return None
    if path.parts[-3:-1] == (".github", "workflows"):
        return read_workflow(one.name, one.path)
    return _by_content(one)


def _is_override(one: _Found) -> bool:
    """Tell whether a Compose file is one that its main file takes, which is not at hand."""
    main = main_beside(one.path)
    return main is not None and override_beside(main) == one.path and not one.named


def _by_content(one: _Found) -> Manifest | KubernetesFile | None:
    kubernetes = Manifest(one.name, one.path, "kubernetes")
    try:
        text = read_text(one.path)
    except UnreadableError as error:
        return unread(kubernetes, error) if one.named else None
    if Path(one.path).name in _KUSTOMIZATIONS:
        text = _headed(text)
    looks = one.named or _OBJECT.search(text) is not None
    documents = read_documents(one.name, text) if looks or "services:" in text else Documents()
    if documents.problems:
        return kubernetes._replace(problems=documents.problems) if looks else None
    objects = tuple(node for node in documents.nodes if is_object(node))
    if objects:
        return KubernetesFile(one.name, one.path, documents._replace(nodes=objects))
    if any(_is_project(node.get("services")) for node in documents.nodes):
        return read_compose(one.name, one.path)
    jobs = one.named and any(node.get("jobs").kind == "map" for node in documents.nodes)
    return read_workflow(one.name, one.path) if jobs else None


def _is_project(services: Node) -> bool:
    """Tell whether something called services is those of a Compose file."""
    known = ("image", "build", "extends")
    return any(name in node.pairs for _, node, _ in services.items() for name in known)


def _headed(text: str) -> str:
    """Return a kustomization with its kind, which it may leave out."""
    if re.search("^kind:", text, re.MULTILINE):
        return text
    return text.rstrip("\n") + "\nkind: Kustomization\napiVersion: kustomize.config.k8s.io/v1\n"
