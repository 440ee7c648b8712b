"""Reads a workflow of GitHub Actions: what each step of its jobs is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from ..sources.safe_file import UnreadableError
from .manifest import Manifest, Variable, Workload
from .text_file import read_text, unread
from .yaml_nodes import Node, read_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .manifest import Supply

_SUPPLIES: Mapping[str, Supply] = {"secrets": "secret", "vars": "config"}
_STORED = re.compile(
    r"""\s*\$\{\{\s*(?P<store>secrets|vars)
        (?:\.(?P<name>[\w-]+)|\['(?P<quoted>[\w-]+)'\])
        (?:\s*\|\|\s*'(?P<default>(?:[^']|'')*)')?\s*\}\}\s*""",
    re.VERBOSE,
)
_SETS_VARIABLES = "GITHUB_ENV"
"""What a step writes to that gives variables to the steps after it."""


class _Around(NamedTuple):
    """What a step has of the job and the workflow that it is in."""

    file: str
    variables: Mapping[str, Variable]
    folder: str | None = None
    image: str | None = None
    open: bool = False


def read_workflow(name: str, path: str) -> Manifest:
    """Return the steps of a workflow, the services of its jobs, and the workflows it calls."""
    manifest = Manifest(name, path, "workflow")
    try:
        documents = read_documents(name, read_text(path))
    except UnreadableError as error:
        return unread(manifest, error)
    root = documents.nodes[0] if documents.nodes else Node(1)
    around = _inner(_Around(name, {}), root)
    jobs = root.get("jobs").items()
    workloads = tuple(one for job, node, line in jobs for one in _job(around, job, node, line))
    return manifest._replace(workloads=workloads, problems=documents.problems)


def _inner(around: _Around, node: Node) -> _Around:
    """Return what the steps have within a workflow, or a job."""
    env, folder = node.get("env"), node.get("defaults", "run", "working-directory").text
    return around._replace(
        variables={**around.variables, **_variables(around.file, env)},
        folder=folder or around.folder,
        open=around.open or env.kind == "text",
    )


def _job(around: _Around, job: str, node: Node, line: int) -> Iterator[Workload]:
    origin = Origin(LayerKind.MANIFEST, around.file, line)
    if node.get("uses").text:
        yield Workload(job, "step", origin, open=True)
    for name, service, at in node.get("services").items():
        variables = tuple(_variables(around.file, service.get("env")).values())
        place = Origin(LayerKind.MANIFEST, around.file, at)
        yield Workload(
            f"{job} / {name}", "container", place, variables, image=service.get("image").text
        )
    container = node.get("container")
    image = container.text or container.get("image").text
    yield from _steps(_inner(_inner(around, node), container)._replace(image=image), job, node)


def _steps(around: _Around, job: str, node: Node) -> Iterator[Workload]:
    for number, step in enumerate(node.get("steps").parts, 1):
        inner, run = _inner(around, step), step.get("run").text or ""
        said = (step.get("name").text, step.get("id").text, step.get("uses").text)
        yield Workload(
            f"{job} / {next(filter(None, said), f'step {number}')}",
            "step",
            Origin(LayerKind.MANIFEST, around.file, step.line),
            tuple(inner.variables.values()),
            command=(run,) if run else (),
            folder=step.get("working-directory").text or around.folder,
            image=around.image,
            open=inner.open,
        )
        around = around._replace(open=around.open or _SETS_VARIABLES in run)


def _variables(file: str, env: Node) -> dict[str, Variable]:
    return {
        name: _variable(name, value, Origin(LayerKind.MANIFEST, file, line))
        for name, value, line in env.items()
    }


def _variable(name: str, node: Node, origin: Origin) -> Variable:
    text = node.text or ""
    stored = _STORED.fullmatch(text)
    if stored:
        default = stored["default"]
        return Variable(
            name,
            origin,
            _SUPPLIES[stored["store"]],
            None if default is None else default.replace("''", "'"),
            stored["name"] or stored["quoted"],
            default is not None,
        )
    if "${{" in text or node.kind in ("list", "map"):
        return Variable(name, origin, "unknown")
    return Variable(name, origin, value=text)
