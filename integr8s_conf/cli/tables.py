"""Output: tables with rich on a terminal, plain aligned text elsewhere, JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "


def print_json(data: dict[str, Any]) -> None:
    """Print data as JSON, on any terminal and in any encoding."""
    click.echo(json.dumps(data, indent=2))


def print_note(text: str) -> None:
    """Print a line beside the tables."""
    click.echo(text, err=True)


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print one table under its title."""
    if sys.stdout.isatty():
        _print_rich(title, head, rows)
    else:
        _print_plain(title, head, rows)


def _print_plain(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    click.echo(title)
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(f"{_GAP}{_GAP.join(cells)}".rstrip())
    click.echo()


def _print_rich(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False
    )
    for number, name in enumerate(head):
        table.add_column(
            name, no_wrap=not number, overflow="fold", style=("cyan", "", "dim")[number]
        )
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)
