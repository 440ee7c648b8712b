"""Output: tables and trees with rich on a terminal, plain text elsewhere, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from ..explanation_tree import tree_lines
from ..secret import escape_lines, escape_unprintable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.tree import Tree

    from ..explanation_tree import Branch

_GAP = "  "
_STYLES = ("cyan", "", "dim")
_MARKS = {"-": "red", "+": "green"}
_LEVELS = {"error": "red", "warning": "yellow", "note": "cyan"}
_KINDS = {"key": "bold", "wins": "green", "shadowed": "dim"}


def print_json(data: dict[str, Any]) -> None:
    """Print data as JSON, on any terminal and in any encoding."""
    click.echo(json.dumps(data, indent=2, allow_nan=False))


def print_text(text: str) -> None:
    """Print what was asked for."""
    click.echo(escape_lines(text))


def print_note(text: str) -> None:
    """Print something beside what was asked for, to standard error."""
    click.echo(escape_lines(text), err=True)


def print_marked(lines: Sequence[tuple[str, str]]) -> None:
    """Print lines, each behind its mark: ``+``, ``-`` or nothing."""
    for mark, text in lines:
        line = f"{mark}{escape_unprintable(text)}"
        click.secho(line, fg=_MARKS.get(mark)) if _has_colours() else click.echo(line)


def print_heading(level: str, text: str) -> None:
    """Print what follows, behind how bad it is."""
    word = click.style(level, fg=_LEVELS[level], bold=True) if _has_colours() else level
    click.echo(f"{word}: {escape_unprintable(text)}")


def print_tree(branch: Branch) -> None:
    """Print a tree of lines."""
    if not sys.stdout.isatty():
        print_text("\n".join(tree_lines(branch)))
        return
    _console().print(_rich_tree(branch))


def print_table(
    title: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, folded: str = ""
) -> None:
    """Print one table under its title.

    On a narrow terminal the column ``folded`` is folded; without a name all but the first are.
    """
    table = [[escape_unprintable(cell) for cell in row] for row in (head, *rows)]
    if sys.stdout.isatty():
        _print_rich(escape_lines(title), table, folded)
    else:
        _print_plain(escape_lines(title), table)


def _print_plain(title: str, table: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = (
        _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in table
    )
    click.echo("\n".join([title, *(f"{_GAP}{line}".rstrip() for line in lines), ""]))


def _print_rich(title: str, table: Sequence[Sequence[str]], folded: str) -> None:
    from rich.table import Table
    from rich.text import Text

    head, *rows = table
    grid = Table(box=None, padding=(0, len(_GAP), 0, 0), pad_edge=False, header_style="bold")
    for name, style in zip_longest(head, _STYLES[: len(head)], fillvalue=""):
        whole = name != folded if folded else name == head[0]
        grid.add_column(name, style=style, no_wrap=whole, overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    _console().print(Text(title, style="bold"), grid, "", sep="\n")


def _rich_tree(branch: Branch) -> Tree:
    from rich.text import Text
    from rich.tree import Tree

    style = _KINDS.get(branch.kind, "")
    tree = Tree(Text(escape_unprintable(branch.text), style=style), guide_style="dim")
    tree.children.extend(map(_rich_tree, branch.branches))
    return tree


def _console() -> Console:
    from rich.console import Console

    return Console(color_system="auto" if _has_colours() else None)


def _has_colours() -> bool:
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
