"""A Compose file as it stands: its nodes, its folder, and the variables that its texts may name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.env_file import read_env_file
from ..sources.safe_file import UnreadableError
from .interpolation import BadInterpolationError, Interpolated, interpolate
from .manifest import Variable
from .text_file import read_text
from .yaml_nodes import Node, read_documents

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_NODE = Node(1)


class ComposeFile(NamedTuple):
    """A file of a Compose project."""

    name: str
    path: str
    folder: str
    """What relative paths in it are seen from."""

    environ: Mapping[str, str]
    """The variables of ``.env`` beside the project: what its texts may name, not what is passed."""

    root: Node
    problems: list[Problem]
    """What cannot be read: of this file, and of those read with it."""

    def __repr__(self) -> str:
        return f"<Compose file {self.name}>"

    def origin(self, line: int) -> Origin:
        """Return the place of a line."""
        return Origin(LayerKind.MANIFEST, self.name, line)

    def refuse(self, found: str, wanted: str, line: int, hint: str = "") -> None:
        """Note something that cannot be read."""
        self.problems.append(Problem(None, found, wanted, self.origin(line), hint))

    def interpolated(self, node: Node) -> Interpolated:
        """Return the text of a node; a text that Compose would refuse is noted, and unknown."""
        try:
            return interpolate(node.text or "", self.environ)
        except BadInterpolationError:
            self.refuse("a $ that begins no variable", "$$ for the sign itself", node.line)
            return Interpolated(("$",), None, None)

    def text(self, node: Node) -> str | None:
        """Return the text of a node with the variables at hand, where it is known."""
        text = self.interpolated(node).text if node.kind == "text" else None
        return None if text is None or "\0" in text else text

    def located(self, path: str) -> str:
        """Return a path as seen from the working directory's root: absolute, without dots."""
        home = os.path.expanduser(path)  # noqa: PTH111 - pathlib raises for an unknown user
        return os.path.normpath(Path(self.folder, home))

    def beside(self, path: str) -> str:
        """Return the name of a file that this one names, as its user would name it."""
        shown = os.path.relpath(self.located(path), Path(self.path).parent)
        return os.path.normpath(Path(Path(self.name).parent, shown))

    def variable(self, name: str, node: Node, origin: Origin) -> Variable:
        """Return the variable that a node gives a value to."""
        if node.kind == "null":
            return Variable(name, origin, "host", source=name)
        if node.kind != "text":
            return Variable(name, origin, "unknown")
        return variable_of(name, self.interpolated(node), origin)


def variable_of(name: str, value: Interpolated, origin: Origin) -> Variable:
    """Return a variable that has an interpolated text."""
    if not value.names:
        return Variable(name, origin, value=value.text)
    source = ", ".join(dict.fromkeys(value.names))
    has_default = value.default is not None
    return Variable(name, origin, "host", value.default, source, has_default)


def read_compose_file(
    name: str, path: str, folder: str, environ: Mapping[str, str], problems: list[Problem]
) -> ComposeFile:
    """Return a file of a project; one without content where it cannot be read."""
    file = ComposeFile(name, path, folder, environ, _NO_NODE, problems)
    try:
        documents = read_documents(name, read_text(path))
    except UnreadableError as error:
        problems.append(
            Problem(None, error.found, error.wanted, Origin(LayerKind.MANIFEST, name), error.hint)
        )
        return file
    problems.extend(documents.problems)
    return file._replace(root=documents.nodes[0]) if documents.nodes else file


def variables_beside(folder: str) -> Mapping[str, str]:
    """Return the variables of ``.env`` in a project's folder."""
    try:
        return read_env_file(str(Path(folder, ".env"))).variables
    except UnreadableError:
        return {}
