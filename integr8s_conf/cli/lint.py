"""``integr8s-conf lint`` says what a deployment's files say for nothing, or at the wrong place."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click

from ..deployment.checked import check_all
from ..deployment.combinations import find_deployment
from ..deployment.distinct import told_apart
from ..deployment.verdict import verdict
from ..diagnostic import Report
from ..display import counted
from ..lint.compose_files import compose_files
from ..lint.examined import Examined
from ..lint.lint import RULES, Linted
from ..lint.lint import lint as linted
from ..lint.removal import without_no_ops
from ..request import request_from_process
from .edited_file import EditedFile, print_diff, write_edited
from .examples import examples
from .options import in_form
from .reporting.baseline import of_baseline
from .reporting.finish import FORMS, finish
from .tables import print_note, print_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..problems import Problem
    from .reporting.baseline import Baseline


class _Result(NamedTuple):
    examined: Examined
    found: Linted
    problems: tuple[Problem, ...]


@click.command(
    short_help="Find lines that change nothing, or stand at the wrong place.",
    epilog=examples(
        ("The whole deployment", "integr8s-conf lint"),
        ("Which lines could go?", "integr8s-conf lint --diff"),
        ("Remove them", "integr8s-conf lint --fix"),
        ("For code scanning", "integr8s-conf lint --format sarif > lint.sarif"),
    ),
)
@click.option("--fix", is_flag=True, help="Remove the lines that change nothing; show the diff.")
@click.option("--diff", is_flag=True, help="Show what --fix would remove, and write nothing.")
@of_baseline
@in_form(*FORMS)
def lint(form: str, baseline: Baseline | None, *, fix: bool, diff: bool) -> None:
    """Find what the files of the deployment say for nothing, or at the wrong place.

    \b
    secret-in-file      a secret with a value in a committed file
    inherited-value     one value of several roles, of a key that wants one for each
    redundant-override  a line that sets what holds without it
    in-every-override   a key that all overrides set to one value
    repeated-base       a full base file that mostly repeats the deployment's
    never-wins          a value that another one wins over wherever it is read
    repeated-default    a variable in .env or Compose that repeats a default of the code

    What is set where the command runs says nothing: only files count, and the environments that
    pyproject.toml names.

    --fix removes the lines of TOML files and of .env without which every combination resolves to
    the same values. Comments and layout stay. Then it reports what is left.

    The exit code is 0 where nothing is found, 1 where something is, and 78 where the configuration
    is refused: then nothing is removed, and what resolves is reported.
    """  # noqa: D301 - click takes the character itself for a paragraph that keeps its lines
    if (fix or diff) and form != "text":
        raise click.UsageError("--fix and --diff show a diff: leave out --format")
    result = _result()
    if (fix or diff) and not result.problems:
        files = tuple(_edited(result))
        for file in files:
            print_diff(file)
        if diff:
            _end_after_diff(files)
        for file in files:
            write_edited(file)
        result = _result() if files else result
    finish(_report(result), form, result.problems, baseline)


def _result() -> _Result:
    request = request_from_process().of_process()
    with redirect_stdout(sys.stderr):  # what a plugin prints is not what was asked for
        deployment = find_deployment(request)
        checked = told_apart(check_all(deployment.combinations))
        examined = Examined(deployment, checked)
        found = linted(examined, request.folder, compose_files(request.folder))
    refused = verdict(checked, deployment.problems).problems
    return _Result(examined, found, tuple(one.problem for one in refused))


def _edited(result: _Result) -> Iterator[EditedFile]:
    """Yield each file that has a line which changes nothing, without those lines."""
    catalogue = result.examined.catalogue
    by_file = sorted(result.found.no_ops, key=lambda one: one.place)
    for place, group in groupby(by_file, key=lambda one: one.place):
        lines, secrets = without_no_ops(place, tuple(group), catalogue)
        yield EditedFile(place, lines, secrets)


def _end_after_diff(files: tuple[EditedFile, ...]) -> NoReturn:
    if files:
        print_note("nothing is written: give --fix")
    else:
        print_text("no line that changes nothing")
    sys.exit(bool(files))


def _report(result: _Result) -> Report:
    examined, found = result.examined, result.found
    names = {file.name: str(file.path) for file in examined.files.values()}
    keys = counted(len(examined.catalogue.keys), "key")
    summary = f"{counted(len(names), 'file')}, {keys}"
    place = str(examined.main[0].base.path)
    return Report("lint", summary, RULES, found.diagnostics, place, paths=names)
