"""Problems as annotations: the workflow commands of GitHub Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..problems import subject
from ..secret import escape_unprintable
from .file_place import file_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..problems import Problem

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def print_annotation(level: str, problem: Problem, text: str, paths: Mapping[str, str]) -> None:
    """Print the line that shows a problem at its place; ``level`` is error, warning or notice."""
    place = file_place(problem.origin, paths)
    at = {"file": place.path, "line": place.line, "col": place.column} if place else {}
    properties = {**at, "title": subject(problem)}
    said = ",".join(
        f"{name}={escape_unprintable(str(value)).translate(_IN_PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    click.echo(f"::{level} {said}::{text.translate(_IN_MESSAGE)}")
