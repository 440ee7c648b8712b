"""The ConfigMaps and Secrets of manifests, those that kustomize generates among them."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from ..sources.env_file import read_env_file
from ..sources.safe_file import UnreadableError
from .manifest import Variable
from .text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .kubernetes_objects import Object
    from .yaml_nodes import Node

_PLACEHOLDER = re.compile(r"\$.*|<.*>|\{\{.*|ENC\[.*", re.DOTALL)
"""What another program puts a secret in place of."""

_GENERATORS = {"configMapGenerator": "ConfigMap", "secretGenerator": "Secret"}


class Store(NamedTuple):
    """A ConfigMap or a Secret: its keys, each with its text where that is no secret."""

    kind: str
    name: str
    path: str
    entries: tuple[Variable, ...]
    whole: bool = True
    """Whether it has no more keys than these."""

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"


class Stores(NamedTuple):
    """All that are at hand."""

    stores: tuple[Store, ...]

    def find(self, kind: str, name: str | None, path: str) -> Store | None:
        """Return the one that a manifest means by a name: of its file, its folder, or any.

        None where there is none, and where it may be one of several.
        """
        named = [one for one in self.stores if (one.kind, one.name) == (kind, name)]
        nearest = [
            [one for one in named if one.path == path],
            [one for one in named if PurePath(one.path).parent == PurePath(path).parent],
            named,
        ]
        found = next(filter(None, nearest), [])
        return found[0] if len(found) == 1 else None


def stores_of(objects: Iterable[Object]) -> Stores:
    """Return the ConfigMaps and Secrets among objects."""
    found: list[Store] = []
    for one in objects:
        if one.kind in ("ConfigMap", "Secret"):
            found.append(Store(one.kind, one.name, one.path, tuple(_entries(one))))
        elif one.kind == "Kustomization":
            found.extend(_generated(one))
    return Stores(tuple(found))


def plain_secrets(one: Object) -> Iterator[Variable]:
    """Yield the keys of a Secret that have a value in the manifest itself, without it."""
    if one.kind != "Secret" or "sops" in one.node.pairs:
        return
    for field in ("stringData", "data"):
        for name, node, line in one.node.get(field).items():
            if node.text and not _PLACEHOLDER.fullmatch(node.text.strip()):
                yield Variable(name, one.origin(line), "secret", source=one.name)


def _entries(one: Object) -> Iterator[Variable]:
    if one.kind == "Secret":
        for field in ("data", "stringData"):
            for name, _, line in one.node.get(field).items():
                yield Variable(name, one.origin(line), "secret", source=f"{one.name}/{name}")
        return
    for name, node, line in one.node.get("data").items():
        yield Variable(name, one.origin(line), value=node.text, source=f"{one.name}/{name}")
    for name, _, line in one.node.get("binaryData").items():
        yield Variable(name, one.origin(line), "config", source=f"{one.name}/{name}")


def _generated(one: Object) -> Iterator[Store]:
    for option, kind in _GENERATORS.items():
        for part in one.node.get(option).parts:
            name = part.get("name").text
            if not name:
                continue
            secret = kind == "Secret"
            entries, whole = _of_generator(one, part)
            if secret:
                entries = [item._replace(supply="secret", value=None) for item in entries]
            whole = whole and part.get("behavior").text in (None, "create")
            yield Store(kind, name, one.path, tuple(entries), whole)


def _of_generator(one: Object, part: Node) -> tuple[list[Variable], bool]:
    """Return the keys that a generator makes, and whether they are all."""
    entries: list[Variable] = []
    whole = True
    for node in part.get("files").parts:
        name, equals, path = (node.text or "").partition("=")
        key = name if equals else PurePath(name).name
        text = _text(str(Path(one.path).parent / (path or name)))
        entries.append(Variable(key, one.origin(node.line), "config", text, path or name))
    for node in part.get("literals").parts:
        name, _, text = (node.text or "").partition("=")
        value = text.strip("\"'")
        entries.append(Variable(name, one.origin(node.line), value=value))
    for node in (part.get("env"), *part.get("envs").parts):
        if node.text:
            try:
                entries += _of_env_file(one, node.text)
            except UnreadableError:
                whole = False
    return entries, whole


def _of_env_file(one: Object, path: str) -> Iterator[Variable]:
    content = read_env_file(str(Path(one.path).parent / path))
    shown = str(PurePath(one.file).parent / path)
    for name, text in content.variables.items():
        yield Variable(name, Origin(LayerKind.ENV_FILE, shown, content.lines[name]), value=text)


def _text(path: str) -> str | None:
    try:
        return read_text(path)
    except UnreadableError:
        return None
