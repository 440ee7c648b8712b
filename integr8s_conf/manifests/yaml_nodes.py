"""YAML as nodes that know their lines: anchors are followed, and merged mappings merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.safe_file import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yaml import Mark
    from yaml import Node as Raw

_TAG = "tag:yaml.org,2002:"
_TEMPLATE = re.compile(r"(?<!\$)\{\{")
"""What Helm and the like put in place of values; ``${{`` is an expression of GitHub Actions."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value of a YAML document: a text, a list, a mapping, or nothing at all."""

    line: int
    text: str | None = None
    """As it is written, ``true`` and ``8000`` too; None for what is no text, or null."""

    pairs: Mapping[str, Pair] = field(default_factory=lambda: MappingProxyType({}))
    parts: tuple[Node, ...] = ()
    tag: str = ""
    """The tag of its own that it is given, such as ``!reset``."""

    kind: str = "null"
    """``text``, ``list``, ``map`` or ``null``."""

    def __repr__(self) -> str:
        return f"<{self.kind} at line {self.line}>"

    def get(self, *path: str) -> Node:
        """Return the value below keys; nothing, at this line, where there is none."""
        node = self
        for name in path:
            node = node.pairs[name].value if name in node.pairs else Node(node.line)
        return node

    def items(self) -> Iterator[tuple[str, Node, int]]:
        """Yield each key of a mapping, its value, and the line that the key is written at."""
        for name, pair in self.pairs.items():
            yield name, pair.value, pair.line


class Pair(NamedTuple):
    """A value of a mapping, and the line of its key."""

    line: int
    value: Node


class _YamlError(Exception):
    def __init__(self, found: str, mark: Mark | None) -> None:
        super().__init__(found)
        self.found, self.mark = found, mark


class Documents(NamedTuple):
    """The documents of a YAML text, or why it cannot be read."""

    nodes: tuple[Node, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_documents(name: str, text: str) -> Documents:
    """Return the documents of a YAML text: those that hold something.

    Args:
        name: The file as its user named it, for the problem of what is no YAML.
        text: What stands in it.

    """
    try:
        composed = [*yaml.compose_all(text, Loader=yaml.SafeLoader)]
        reader = _Reader()
        return Documents(tuple(reader.node(one) for one in composed if one is not None))
    except _YamlError as error:
        return _unread(name, error.found, error.mark, text)
    except yaml.MarkedYAMLError as error:
        found = ", ".join(filter(None, (error.context, error.problem)))
        return _unread(name, found, error.problem_mark or error.context_mark, text)
    except yaml.YAMLError:
        return _unread(name, "a character that YAML does not allow", None, text)
    except RecursionError:
        return _unread(name, f"more than {DEEPEST} levels of nesting", None, text)


def _unread(name: str, found: str, mark: Mark | None, text: str) -> Documents:
    origin = Origin(LayerKind.MANIFEST, name)
    if mark is not None:
        origin = Origin(LayerKind.MANIFEST, name, mark.line + 1, mark.column + 1)
    if _TEMPLATE.search(text):
        hint = "give the rendered manifests, such as the output of helm template"
        return Documents(problems=(Problem(None, f"a template: {found}", "YAML", origin, hint),))
    return Documents(problems=(Problem(None, found, "YAML", origin),))


class _Reader:
    """Makes nodes of PyYAML's: each one once, however many aliases it has."""

    def __init__(self) -> None:
        self._made: dict[int, Node] = {}
        self._begun: set[int] = set()

    def node(self, raw: Raw) -> Node:
        """Return the node of one of PyYAML's."""
        known = self._made.get(id(raw))
        if known is not None:
            return known
        if id(raw) in self._begun:
            raise _YamlError("an anchor that stands within itself", raw.start_mark)
        if len(self._begun) > DEEPEST:
            raise _YamlError(f"more than {DEEPEST} levels of nesting", raw.start_mark)
        self._begun.add(id(raw))
        made = self._made[id(raw)] = self._make(raw)
        self._begun.discard(id(raw))
        return made

    def _make(self, raw: Raw) -> Node:
        line, value = raw.start_mark.line + 1, raw.value
        tag = raw.tag if raw.tag.startswith("!") else ""
        match raw:
            case MappingNode():
                return Node(line, pairs=self._pairs(value), tag=tag, kind="map")
            case SequenceNode():
                return Node(line, parts=tuple(map(self.node, value)), tag=tag, kind="list")
            case _ if raw.tag == f"{_TAG}null":
                return Node(line)
            case _:
                is_bool = raw.tag == f"{_TAG}bool" and value.lower() in ("true", "false")
                return Node(line, value.lower() if is_bool else value, tag=tag, kind="text")

    def _pairs(self, raw: list[tuple[Raw, Raw]]) -> Mapping[str, Pair]:
        """Return the pairs of a mapping, those of the mappings merged into it below its own."""
        own: dict[str, Pair] = {}
        merged: list[Node] = []
        for key, value in raw:
            if not isinstance(key, ScalarNode):
                raise _YamlError("a key that is no text", key.start_mark)
            if key.tag == f"{_TAG}merge":
                merged += self._merged(value)
            elif key.value in own:
                raise _YamlError(f"the key {key.value} twice in one mapping", key.start_mark)
            else:
                own[key.value] = Pair(key.start_mark.line + 1, self.node(value))
        pairs: dict[str, Pair] = {}
        for one in reversed(merged):
            pairs |= one.pairs
        return MappingProxyType(pairs | own)

    def _merged(self, value: Raw) -> Sequence[Node]:
        node = self.node(value)
        nodes = (node,) if node.kind == "map" else node.parts
        if not nodes or any(one.kind != "map" for one in nodes):
            raise _YamlError("a << of what is no mapping", value.start_mark)
        return nodes
