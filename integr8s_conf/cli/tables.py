"""Output: tables with rich on a terminal, plain aligned text elsewhere, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from ..secret import escape_lines, escape_unprintable

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "
_STYLES = ("cyan", "", "dim")


def print_json(data: dict[str, Any]) -> None:
    """Print data as JSON, on any terminal and in any encoding."""
    click.echo(json.dumps(data, indent=2, allow_nan=False))


def print_text(text: str) -> None:
    """Print what was asked for."""
    click.echo(escape_lines(text))


def print_note(text: str) -> None:
    """Print something beside what was asked for, to standard error."""
    click.echo(escape_lines(text), err=True)


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print one table of three columns under its title."""
    table = [[escape_unprintable(cell) for cell in row] for row in (head, *rows)]
    if sys.stdout.isatty():
        _print_rich(escape_lines(title), table)
    else:
        _print_plain(escape_lines(title), table)


def _print_plain(title: str, table: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = (
        _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in table
    )
    click.echo("\n".join([title, *(f"{_GAP}{line}".rstrip() for line in lines), ""]))


def _print_rich(title: str, table: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    head, *rows = table
    grid = Table(box=None, padding=(0, len(_GAP), 0, 0), pad_edge=False, header_style="bold")
    for name, style in zip(head, _STYLES, strict=True):
        grid.add_column(name, style=style, no_wrap=name == head[0], overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    console = Console(color_system=None if os.environ.get("NO_COLOR") else "auto")
    console.print(Text(title, style="bold"), grid, "", sep="\n")
