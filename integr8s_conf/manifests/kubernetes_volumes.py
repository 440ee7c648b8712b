"""The files that a container of Kubernetes finds: its volumes, at the paths of their mounts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from .manifest import Mount

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .kubernetes_objects import Object
    from .kubernetes_stores import Stores
    from .yaml_nodes import Node


class _Volume(NamedTuple):
    files: tuple[str, ...] | None = None
    """The names of its files; None where they are not known."""

    secret: bool = False
    texts: Mapping[str, str] = MappingProxyType({})

    def __repr__(self) -> str:
        return f"<volume of {self.files}>"


def mounts_of(one: Object, container: Node, stores: Stores) -> Iterator[Mount]:
    """Yield what a container finds at paths of its own."""
    volumes = {
        part.get("name").text: _volume(one, part, stores) for part in one.pod.get("volumes").parts
    }
    for part in container.get("volumeMounts").parts:
        target = part.get("mountPath").text
        volume = volumes.get(part.get("name").text, _Volume())
        sub_path = part.get("subPath").text
        if "subPathExpr" in part.pairs:
            volume, sub_path = _Volume(secret=volume.secret), None
        if target and "{{" not in target:
            at = target.rstrip("/") or "/"
            origin = one.origin(part.line)
            yield Mount(at, origin, None, volume.files, sub_path, volume.secret, volume.texts)


def _volume(one: Object, node: Node, stores: Stores) -> _Volume:
    if "emptyDir" in node.pairs:
        return _Volume(())
    if "configMap" in node.pairs:
        said = node.get("configMap")
        return _files(one, said, "ConfigMap", said.get("name").text, stores)
    if "secret" in node.pairs:
        said = node.get("secret")
        return _files(one, said, "Secret", said.get("secretName").text, stores)
    if "projected" in node.pairs:
        return _projected(one, node.get("projected", "sources"), stores)
    return _Volume()


def _projected(one: Object, sources: Node, stores: Stores) -> _Volume:
    parts = [_source(one, part, stores) for part in sources.parts]
    secret = any(part.secret for part in parts)
    texts = {name: text for part in parts for name, text in part.texts.items()}
    names: list[str] = []
    for part in parts:
        if part.files is None:
            return _Volume(None, secret)
        names += part.files
    return _Volume(tuple(names), secret, texts)


def _source(one: Object, part: Node, stores: Stores) -> _Volume:
    for field, kind in (("configMap", "ConfigMap"), ("secret", "Secret")):
        if field in part.pairs:
            return _files(one, part.get(field), kind, part.get(field, "name").text, stores)
    return _Volume()


def _files(one: Object, said: Node, kind: str, name: str | None, stores: Stores) -> _Volume:
    """Return the files that a ConfigMap or Secret makes, as far as they are known."""
    secret = kind == "Secret"
    store = stores.find(kind, name, one.path)
    texts = {entry.name: entry.value for entry in store.entries} if store else {}
    items = said.get("items")
    if items.kind == "list":
        names = {part.get("path").text or "": part.get("key").text for part in items.parts}
    elif store is None or not store.whole or not store.entries:
        return _Volume(secret=secret)
    else:
        names = {entry.name: entry.name for entry in store.entries}
    known = {path: texts.get(key or "") for path, key in names.items()}
    return _Volume(
        tuple(known), secret, {path: text for path, text in known.items() if text is not None}
    )
