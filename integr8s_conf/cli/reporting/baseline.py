"""``--baseline FILE``: findings that are accepted for now, so that new ones stand out."""

from __future__ import annotations

import os
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ...diagnostic import Diagnostic
from ...display import counted
from ...export.toml_text import toml_line
from ...origin import LayerKind, Origin
from ...problems import Problem, subject
from ...sources.toml import read_toml
from ..command_error import CommandError
from ..file_place import file_place, from_here
from ..tables import print_note
from ..written_file import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ...diagnostic import Report
    from ...sources.toml import TomlFile

STALE = "stale-baseline"
_STALE_FINDS = "The baseline accepts a finding that is not there any more."
_HEADER = """\
# What integr8s-conf found and the team accepts for now, by command, rule and file.
# Written by --write-baseline: a finding that is mended leaves this file when it is written anew.
"""
_KIND = LayerKind.PROJECT_FILE

Accepted = dict[str, dict[str, list[str]]]
"""Rule -> file -> what the findings there are about."""


class Baseline(NamedTuple):
    """A file of accepted findings, and whether it is to be written."""

    name: str
    write: bool


_OPTIONS = (
    click.option(
        "--baseline",
        "baseline_file",
        metavar="FILE",
        type=click.Path(),
        help="Leave out the findings that FILE accepts.",
    ),
    click.option(
        "--write-baseline", is_flag=True, help="Accept all that is found now: write it to FILE."
    ),
)


def of_baseline(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a baseline, as its argument ``baseline`` for ``finish``."""

    @wraps(command)
    def with_baseline(*, baseline_file: str | None, write_baseline: bool, **others: Any) -> Any:
        if baseline_file is None and write_baseline:
            raise click.UsageError("name the file: --baseline FILE")
        baseline = Baseline(baseline_file, write_baseline) if baseline_file is not None else None
        return command(baseline=baseline, **others)

    wrapped: Callable[..., Any] = with_baseline
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def without_accepted(report: Report, baseline: Baseline) -> Report:
    """Return a report without the findings that a baseline accepts.

    What it accepts and what is not there any more is a note.

    Raises:
        CommandError: The baseline cannot be read.

    """
    file, known = _read(baseline.name)
    accepted = {
        (rule, name, about)
        for rule, files in known.get(report.command, {}).items()
        for name, abouts in files.items()
        for about in abouts
    }
    found = {_identity(one, report) for one in report.diagnostics}
    left = (
        one for one in report.diagnostics if not (one.counts and _identity(one, report) in accepted)
    )
    stale = _stale(file, report.command, known.get(report.command, {}), found)
    return report._replace(rules={**report.rules, STALE: _STALE_FINDS}, diagnostics=(*left, *stale))


def write_baseline(report: Report, baseline: Baseline) -> None:
    """Write a baseline that accepts all that a report finds; other commands' parts stay.

    Raises:
        CommandError: What is there is no baseline, or cannot be written.

    """
    known = _read(baseline.name)[1] if os.path.lexists(baseline.name) else {}
    kept = {command: part for command, part in known.items() if command != report.command}
    text = _text({**kept, report.command: _accepted(report)})
    write_file(baseline.name, text, replace=True)
    count = sum(one.counts for one in report.diagnostics)
    print_note(f"{baseline.name} accepts {counted(count, 'finding')} of {report.command}")


def _identity(one: Diagnostic, report: Report) -> tuple[str, str, str]:
    """Return what stays the same when lines move: the rule, the file, the key."""
    place = file_place(one.problem.origin, report.paths)
    about = subject(one.problem) if one.problem.key else one.problem.found
    return one.rule, place.path if place else from_here(report.place), about


def _accepted(report: Report) -> Accepted:
    rules: Accepted = {}
    for rule, name, about in sorted(
        {_identity(one, report) for one in report.diagnostics if one.counts}
    ):
        rules.setdefault(rule, {}).setdefault(name, []).append(about)
    return rules


def _text(commands: Mapping[str, Accepted]) -> str:
    """Return a baseline as TOML: one line for each finding, so that changes of it read well."""
    blocks = [_HEADER]
    for command, rules in sorted(commands.items()):
        for rule, files in sorted(rules.items()):
            lists = [_list(name, abouts) for name, abouts in sorted(files.items())]
            blocks.append("\n".join([f"[{command}.{rule}]", *lists, ""]))
    return "\n".join(blocks)


def _list(name: str, abouts: Iterable[str]) -> str:
    head, _, _ = toml_line(name, "").rpartition(" = ")
    items = (f"    {toml_line('x', about).removeprefix('x = ')}," for about in sorted(abouts))
    return "\n".join([f"{head} = [", *items, "]"])


def _read(name: str) -> tuple[TomlFile, Mapping[str, Accepted]]:
    file = read_toml(name, name)
    if file.unreadable:
        hint = "; write it with --write-baseline" if file.unreadable.missing else ""
        raise CommandError(f"the baseline {name}: {file.unreadable.found}{hint}")
    if file.faults:
        raise CommandError(f"the baseline {name}:{file.faults[0].line} is no TOML")
    if not _is_baseline(file.values):
        raise CommandError(f"{name} is no baseline: it has no lists of findings by rule and file")
    return file, file.values


def _is_baseline(values: Mapping[str, Any]) -> bool:
    """Tell whether values are command -> rule -> file -> texts."""
    level: list[Any] = [values]
    for _ in range(3):
        if not all(isinstance(table, dict) for table in level):
            return False
        level = [inner for table in level for inner in table.values()]
    return all(isinstance(items, list) and all(map(_is_text, items)) for items in level)


def _is_text(item: object) -> bool:
    return isinstance(item, str)


def _stale(
    file: TomlFile, command: str, accepted: Accepted, found: set[tuple[str, str, str]]
) -> Iterator[Diagnostic]:
    for rule, files in accepted.items():
        for name, abouts in files.items():
            for number, about in enumerate(abouts):
                if (rule, name, about) not in found:
                    line = file.line_of((command, rule, name, number))
                    origin = Origin(_KIND, file.name, line)
                    said = f"{rule} in {name}, which is accepted and not there any more"
                    hint = "remove the line, or write the baseline anew"
                    yield Diagnostic(STALE, "note", Problem(about, said, "", origin, hint))
