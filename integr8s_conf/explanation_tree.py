"""An explanation as a tree of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .explanation import Explanation


class Branch(NamedTuple):
    """One line of a tree, and the lines under it."""

    text: str
    kind: str = ""
    """``key``, ``wins``, ``shadowed`` or nothing: what a terminal may colour."""

    branches: tuple[Branch, ...] = ()


def tree_of(explanation: Explanation) -> Branch:
    """Return the tree of a key: what it is, each layer that spoke of it, and its inputs."""
    value = "has no sound value" if explanation.value is None else f"= {explanation.value}"
    branches = (
        *map(Branch, _about(explanation)),
        *_layers(explanation),
        *(Branch(f"skipped: {text}") for text in explanation.skipped_rules),
        *map(tree_of, explanation.inputs),
    )
    return Branch(f"{explanation.key} {value}", "key", branches)


def _about(explanation: Explanation) -> Iterator[str]:
    if explanation.description:
        yield explanation.description
    unit = f", unit {explanation.unit}" if explanation.unit else ""
    secret = ", a secret" if explanation.secret else ""
    yield f"type {explanation.type}{unit}{secret}"
    if explanation.deprecated:
        yield explanation.deprecated
    if explanation.former_names:
        yield f"formerly {', '.join(explanation.former_names)}"
    yield f"wanted: {explanation.wanted}"
    if explanation.workers:
        yield f"wanted of workers: {explanation.workers}"
    yield from (f"advised: {text}" for text in explanation.advice)
    owner = f"plugin {explanation.plugin} ({explanation.distribution})"
    yield f"section {explanation.section} of {owner}"


def _layers(explanation: Explanation) -> Iterator[Branch]:
    for layer in explanation.layers:
        kind = "wins" if layer.wins else "shadowed"
        yield Branch(f"{kind}: {layer}", kind)
    if explanation.computed_by and explanation.set_explicitly:
        yield Branch(f"shadowed: what plugin {explanation.computed_by} would compute", "shadowed")


def tree_lines(branch: Branch) -> list[str]:
    """Return a tree as plain lines, each with its guides."""
    lines = [branch.text]
    for number, part in enumerate(branch.branches, 1):
        first, *others = tree_lines(part)
        last = number == len(branch.branches)
        lines.append(f"{'└── ' if last else '├── '}{first}")
        lines += [f"{'    ' if last else '│   '}{line}" for line in others]
    return lines
