"""``integr8s-conf diff`` says what two combinations of files resolve to differently."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..comparison import Difference, differences, resolved_defaults
from ..deployment.at_revision import combination_at
from ..deployment.combinations import find_deployment, named
from ..deployment.git_revision import GitError
from ..deployment.roles import UnknownRoleError
from ..lookup import MISSED
from ..problems import render_problems
from ..request import request_from_process
from .command_error import CommandError
from .examples import examples
from .options import complete_file_or_role, in_form, resolved_request
from .refusal import REFUSED
from .sides import side_report, side_text
from .tables import print_json, print_marked, print_note, print_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..deployment.combination import Combination, Deployment
    from ..request import Request
    from ..resolve.resolution import Resolution


class _Compared(NamedTuple):
    title: str
    resolution: Resolution
    is_asked_for: bool = True
    """Whether it should be valid; defaults alone need not be."""


@click.command(
    short_help="Compare what two files, roles or revisions resolve to.",
    epilog=examples(
        (
            "Two workers",
            "integr8s-conf diff settings/config.k8s-worker.toml settings/config.pod-monitor.toml",
        ),
        ("The same by their roles", "integr8s-conf diff k8s-worker pod-monitor"),
        (
            "Production's file and the tests' file",
            "integr8s-conf diff settings/config.toml settings/config.test.toml",
        ),
        ("What the last commit changed", "integr8s-conf diff settings/config.toml --git HEAD~1"),
        (
            "What a file changes",
            "integr8s-conf diff settings/config.toml --defaults",
        ),
    ),
)
@click.argument("one", metavar="A", shell_complete=complete_file_or_role)
@click.argument("other", metavar="[B]", required=False, shell_complete=complete_file_or_role)
@click.option("--git", "revision", metavar="REV", help="Compare with A as it was at REV.")
@click.option("--defaults", is_flag=True, help="Compare with the defaults of all sections.")
@in_form("text", "json")
def diff(one: str, other: str | None, revision: str | None, form: str, *, defaults: bool) -> None:
    """Compare what two files or roles resolve to, key by key, with the place of each value.

    A file that is an override stands for the base file with that override, and so does its role:
    k8s-worker for config.k8s-worker.toml, backend for the base file alone. Variables and secrets
    of this process count on both sides; secrets are compared, and shown masked.

    With --git REV the left side is A at that revision, the right side B, or A as it is now. With
    --defaults the left side is what holds where no file sets anything.

    The exit code is 0 where all values are the same, 1 where some differ, and 78 where one of the
    two is refused: then what resolves is compared, and the problems follow on standard error.
    """
    _refuse_bad_usage(other, revision, defaults=defaults)
    left, right = _sides(one, other, revision, defaults=defaults)
    refused = [side for side in (left, right) if side.resolution.problems and side.is_asked_for]
    found = _differences(left, right)
    if form == "json":
        print_json(_report(left, right, found, same=not found and not refused))
    elif found:
        _print(left, right, found)
    elif not refused:
        print_text(f"{left.title} and {right.title}: the same")
    for side in refused:
        print_note(f"{side.title}: {render_problems(side.resolution.problems)}")
    if refused:
        sys.exit(REFUSED)
    if found:
        sys.exit(1)


def _refuse_bad_usage(other: str | None, revision: str | None, *, defaults: bool) -> None:
    if (other is None and revision is None and not defaults) or (revision and defaults):
        raise click.UsageError("give two files, or one file with --git REV or --defaults")
    if other is not None and defaults:
        raise click.UsageError("--defaults takes one file")


def _differences(left: _Compared, right: _Compared) -> tuple[Difference, ...]:
    """Return what differs; what a refused side has no sound value for is told by its problems."""
    return tuple(
        one
        for one in differences(left.resolution, right.resolution)
        if one.right.value is not MISSED and (one.left.value is not MISSED or not left.is_asked_for)
    )


def _sides(
    one: str, other: str | None, revision: str | None, *, defaults: bool
) -> tuple[_Compared, _Compared]:
    request = request_from_process().of_process()
    deployment = find_deployment(request)
    first = _combination(one, deployment, request)
    if defaults:
        right = _resolved(first)
        left = resolved_defaults(right.resolution.catalogue)
        return _Compared("the defaults", left, is_asked_for=False), right
    second = _combination(other, deployment, request) if other else first
    if revision is None:
        return _resolved(first), _resolved(second)
    return _at_revision(first, revision), _resolved(second)


def _combination(name: str, deployment: Deployment, request: Request) -> Combination:
    """Return the combination that a file or a role stands for.

    Of a file it is the first that has it last.

    Raises:
        UsageError: What is no file is no role.

    """
    try:
        found = named(deployment, name, request)
    except UnknownRoleError as error:
        raise click.UsageError(str(error)) from None
    path = Path(request.folder, name).resolve()
    last = [one for one in found if Path(request.folder, one.files[-1]).resolve() == path]
    return (last or found)[0]


def _resolved(combination: Combination) -> _Compared:
    return _Compared(combination.name, resolved_request(combination.request))


def _at_revision(combination: Combination, revision: str) -> _Compared:
    """Resolve the files of a combination as they were at a revision of git."""
    try:
        with combination_at(revision, combination) as then:
            return _resolved(then)._replace(title=f"{combination.name} at {revision}")
    except GitError as error:
        raise CommandError(str(error)) from None


def _print(left: _Compared, right: _Compared, found: Sequence[Difference]) -> None:
    print_marked([("-", f"-- {left.title}"), ("+", f"++ {right.title}")])
    for one in found:
        lines = [
            ("-", side_text(one.left, secret=one.secret)),
            ("+", side_text(one.right, secret=one.secret)),
        ]
        print_marked([("", one.key), *lines])


def _report(
    left: _Compared, right: _Compared, found: Sequence[Difference], *, same: bool
) -> dict[str, Any]:
    return {
        "left": left.title,
        "right": right.title,
        "same": same,
        "differences": [
            {
                "key": one.key,
                "secret": one.secret,
                "left": side_report(one.left, secret=one.secret),
                "right": side_report(one.right, secret=one.secret),
            }
            for one in found
        ],
    }
