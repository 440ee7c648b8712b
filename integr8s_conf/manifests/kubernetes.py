"""Reads Kubernetes manifests: containers with what their ConfigMaps, Secrets and volumes give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .kubernetes_objects import objects_of
from .kubernetes_stores import plain_secrets, stores_of
from .kubernetes_volumes import mounts_of
from .manifest import Manifest, Variable, Workload

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .kubernetes_objects import Object
    from .kubernetes_stores import Store, Stores
    from .yaml_nodes import Documents, Node


class KubernetesFile(NamedTuple):
    """A file of manifests: as its user named it, its path, and what stands in it."""

    name: str
    path: str
    documents: Documents


def read_kubernetes(files: Sequence[KubernetesFile]) -> tuple[Manifest, ...]:
    """Return what files of manifests say together: one may hold the ConfigMaps of another.

    A container without an image is a patch of another one, which may be given more by it.
    """
    by_file = {
        file.path: [
            one for node in file.documents.nodes for one in objects_of(file.name, file.path, node)
        ]
        for file in files
    }
    every = [one for objects in by_file.values() for one in objects]
    stores = stores_of(every)
    patched = {_label(one, part) for one in every for part in one.containers if not _runs(part)}
    is_patched = any(one.patches for one in every)

    def workloads(objects: list[Object]) -> Iterator[Workload]:
        for one in objects:
            for part in filter(_runs, one.containers):
                made = _workload(one, part, stores)
                yield made._replace(open=made.open or is_patched or made.name in patched)

    return tuple(
        Manifest(
            file.name,
            file.path,
            "kubernetes",
            tuple(workloads(by_file[file.path])),
            tuple(stored for one in by_file[file.path] for stored in plain_secrets(one)),
            file.documents.problems,
        )
        for file in files
    )


def _runs(container: Node) -> bool:
    return container.get("image").text is not None


def _label(one: Object, container: Node) -> str:
    """Return the name of a container's process: its object's, and its own where that differs."""
    name = container.get("name").text or ""
    return one.name if name in ("", one.name) else f"{one.name}/{name}"


def _workload(one: Object, container: Node, stores: Stores) -> Workload:
    variables, is_open = _variables(one, container, stores)
    words = (*container.get("command").parts, *container.get("args").parts)
    return Workload(
        _label(one, container),
        "container",
        one.origin(container.line),
        tuple(variables.values()),
        tuple(mounts_of(one, container, stores)),
        tuple(word.text or "" for word in words),
        container.get("workingDir").text,
        container.get("image").text,
        open=is_open,
    )


def _variables(one: Object, container: Node, stores: Stores) -> tuple[dict[str, Variable], bool]:
    """Return the variables of a container, and whether there may be more."""
    variables: dict[str, Variable] = {}
    is_open = False
    for part in container.get("envFrom").parts:
        prefix = part.get("prefix").text or ""
        store = _store(one, part, stores)
        if store is None or not store.whole or not store.entries:
            is_open = True
        if store:
            named = (entry._replace(name=f"{prefix}{entry.name}") for entry in store.entries)
            variables |= {entry.name: entry for entry in named}
    for part in container.get("env").parts:
        name = part.get("name").text
        if name and "{{" not in name:
            variables[name] = _variable(one, name, part, stores)
    return variables, is_open


def _store(one: Object, part: Node, stores: Stores) -> Store | None:
    for reference, kind in (("configMapRef", "ConfigMap"), ("secretRef", "Secret")):
        if reference in part.pairs:
            return stores.find(kind, part.get(reference, "name").text, one.path)
    return None


def _variable(one: Object, name: str, part: Node, stores: Stores) -> Variable:
    origin = one.origin(part.line)
    if "valueFrom" not in part.pairs:
        text = part.get("value").text or ""
        if "$(" in text or "{{" in text:
            return Variable(name, origin, "unknown")
        return Variable(name, origin, value=text)
    given = part.get("valueFrom")
    secret, config = given.get("secretKeyRef"), given.get("configMapKeyRef")
    if secret.kind == "map":
        return Variable(name, origin, "secret", source=_source(secret))
    if config.kind != "map":
        return Variable(name, origin, "unknown")
    store = stores.find("ConfigMap", config.get("name").text, one.path)
    entries = {entry.name: entry for entry in store.entries} if store else {}
    entry = entries.get(config.get("key").text or "")
    if entry is None or entry.value is None:
        return Variable(name, origin, "config", source=_source(config))
    return Variable(name, origin, value=entry.value, source=_source(config))


def _source(reference: Node) -> str:
    return f"{reference.get('name').text}/{reference.get('key').text}"
