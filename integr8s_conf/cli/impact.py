"""``integr8s-conf impact``: what a change of files does to a deployment, for its reviewers."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import click

from ..deployment.at_revision import deployment_at, named_from_here
from ..deployment.checked import check_all
from ..deployment.combinations import find_deployment
from ..deployment.git_revision import GitError
from ..request import request_from_process
from ..what_if.compared import compared
from ..what_if.effect import effect_of, with_listing
from ..what_if.markdown import effect_markdown
from ..what_if.place import places_of
from ..what_if.renamed import by_names_of_now, renamed
from .command_error import CommandError
from .effect_end import end_with
from .examples import examples
from .named_worker import of_worker, refuse_unknown
from .options import in_form
from .refusal import end_where_refused
from .reporting.finish import FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..deployment.checked import Checked
    from ..deployment.combination import Deployment
    from ..what_if.compared import Compared
    from ..what_if.effect import Effect
    from ..what_if.place import Place


@click.command(
    short_help="Show what a change of files does to all workers.",
    epilog=examples(
        ("What do my edits change?", "integr8s-conf impact --git HEAD --format text"),
        ("A comment for a pull request", "integr8s-conf impact --git HEAD~1 > impact.md"),
        ("One worker", "integr8s-conf impact --git HEAD --worker k8s-worker"),
    ),
)
@click.option("--git", "revision", metavar="REV", required=True, help="What to compare with.")
@of_worker("One worker only, by its role.")
@in_form("markdown", *FORMS)
def impact(revision: str, worker: str | None, form: str) -> None:
    """Show what changed between REV and the files as they are now, for every worker.

    For each worker in each environment, and for every other base file: the values that change,
    those that are computed from them, the problems that come and go, and what is new or gone.
    Files are read at REV as git has them, pyproject.toml among them. Variables, secrets and
    plugins are those of now.

    \b
    --format markdown  for a pull request
             text      the same for a terminal
             json      the same for programs
             sarif     the problems that the change brings, for code scanning
             github    the same as annotations of GitHub Actions

    The exit code is 0 where the change breaks nothing, 1 where it brings new problems, and 78
    where something was refused before that still is.
    """  # noqa: D301 - click takes the character itself for a paragraph that keeps its lines
    effect = _effect(revision, worker)
    if form != "markdown":
        end_with("impact", effect, form, effect.known)
        return
    click.echo(effect_markdown(effect, revision).encode(), nl=False)
    end_where_refused(effect.known)
    if effect.broken:
        sys.exit(1)


def _effect(revision: str, worker: str | None) -> Effect:
    with redirect_stdout(sys.stderr):
        try:
            request = named_from_here(request_from_process().of_process())
            with deployment_at(revision, request) as then:
                before = _checked(then) if then else {}
        except GitError as error:
            raise CommandError(str(error)) from None
        now = find_deployment(request)
        after = _checked(now)
    names = renamed(before, after)
    found = _chosen(compared(by_names_of_now(before, names), after), worker, now)
    there = {one.place.name for one in found}
    effect = effect_of(found)._replace(
        renamed={old: new for old, new in names.items() if new in there}
    )
    return with_listing(effect, then.problems if then else (), now.problems)


def _checked(deployment: Deployment) -> dict[Place, Checked]:
    places = places_of(deployment)
    return dict(zip(places, check_all(places.values()), strict=True))


def _chosen(
    found: Sequence[Compared], worker: str | None, deployment: Deployment
) -> Sequence[Compared]:
    """Return what is of one worker, if one is named; it may be gone."""
    chosen = [one for one in found if one.place.is_worker and one.place.name == worker]
    if worker is not None and not chosen:
        refuse_unknown(worker, deployment)
    return chosen or found
