"""The objects of Kubernetes manifests, whatever files, streams and Lists they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from .yaml_nodes import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

_POD = ("spec",)
_TEMPLATE = ("spec", "template", "spec")
POD_SPECS = {
    "Pod": _POD,
    "Deployment": _TEMPLATE,
    "StatefulSet": _TEMPLATE,
    "DaemonSet": _TEMPLATE,
    "ReplicaSet": _TEMPLATE,
    "ReplicationController": _TEMPLATE,
    "Job": _TEMPLATE,
    "CronJob": ("spec", "jobTemplate", "spec", "template", "spec"),
}
"""The kinds that run containers, and where they say which."""

_PATCHING = ("patches", "patchesStrategicMerge", "patchesJson6902", "components", "replacements")


class Object(NamedTuple):
    """An object of a manifest, and the file that it stands in."""

    file: str
    path: str
    kind: str
    name: str
    node: Node

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"

    def origin(self, line: int) -> Origin:
        """Return the place of a line."""
        return Origin(LayerKind.MANIFEST, self.file, line)

    @property
    def pod(self) -> Node:
        """What runs its containers; nothing where it runs none."""
        way = POD_SPECS.get(self.kind)
        return self.node.get(*way) if way else Node(self.node.line)

    @property
    def containers(self) -> tuple[Node, ...]:
        """Its containers, those that run first among them."""
        return (*self.pod.get("initContainers").parts, *self.pod.get("containers").parts)

    @property
    def patches(self) -> bool:
        """Whether it changes other objects in ways that are not followed."""
        return self.kind == "Kustomization" and any(one in self.node.pairs for one in _PATCHING)


def is_object(node: Node) -> bool:
    """Tell whether a document is an object of Kubernetes, or what kustomize makes some of."""
    return bool(node.get("kind").text and node.get("apiVersion").text)


def objects_of(file: str, path: str, node: Node) -> Iterator[Object]:
    """Yield the objects of a document: itself, or those that it lists."""
    kind = node.get("kind").text or ""
    if kind.endswith("List") and node.get("items").kind == "list":
        for part in node.get("items").parts:
            yield from objects_of(file, path, part)
    else:
        yield Object(file, path, kind, node.get("metadata", "name").text or "", node)
