"""``integr8s-conf explain``: why a key has its value, for each worker, and what if it had not."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ..explanation import explain as explanation_of
from ..explanation_tree import tree_of
from .examples import examples
from .explain_all import explain_all, explain_worker
from .named_key import named_key
from .named_worker import of_worker
from .options import complete_key, in_form, of_files, resolved
from .refusal import end_where_refused
from .reporting.finish import FORMS
from .tables import print_json, print_tree
from .what_if import Asked, what_if

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command(
    short_help="Show every layer that spoke of a key, and which one wins.",
    epilog=examples(
        ("Where does the backend's value come from?", "integr8s-conf explain WEB_CONCURRENCY"),
        (
            "And that of one worker?",
            "integr8s-conf explain KAFKA_CONSUMER_GROUP_ID --worker k8s-worker",
        ),
        ("And those of all of them?", "integr8s-conf explain KAFKA_CONSUMER_GROUP_ID --all"),
        ("What is the connection string made of?", "integr8s-conf explain MONGODB_URL"),
        ("What would another value do?", "integr8s-conf explain --set KAFKA_MAX_POLL_RECORDS=50"),
        (
            "And in one worker's override?",
            "integr8s-conf explain --set KAFKA_MAX_POLL_RECORDS=50 --worker k8s-worker",
        ),
        ("What are the overrides good for?", "integr8s-conf explain --without 'override file'"),
    ),
)
@click.argument("keys", metavar="[KEY]...", nargs=-1, shell_complete=complete_key)
@of_files
@of_worker("Explain the values of one worker, by its role.")
@click.option("--all", "every", is_flag=True, help="Show a row for each worker.")
@click.option(
    "--set", "sets", metavar="KEY=VALUE", multiple=True, help="Show what another value changes."
)
@click.option(
    "--without", metavar="LAYER", multiple=True, help="Show what changes without a layer or file."
)
@in_form(*FORMS)
def explain(
    keys: tuple[str, ...],
    config: str | None,
    override: str | None,
    worker: str | None,
    sets: tuple[str, ...],
    without: tuple[str, ...],
    form: str,
    *,
    every: bool,
) -> None:
    """Explain keys: what each means, every layer that spoke of it, the winner and the shadowed.

    Of a computed key the inputs are explained as well. Secrets are masked, their places are not.
    With --worker the values are those of a worker, such as k8s-worker for config.k8s-worker.toml,
    in each environment; with --all there is a row for each worker and environment.

    With --set KEY=VALUE and --without LAYER the answer is what would change, for all workers: the
    values, those that are computed from them, and the problems that would come and go. VALUE is
    written as in a variable. It takes the place of what the base file says; with --worker, of what
    that worker's override says. LAYER is "base file", "override file", "env file", "secret files",
    "environment", or a file's name. Where KEY is given, only it is shown, and what is computed
    from it. The formats sarif and github have the problems that would come.

    A configuration that is refused is explained as far as it resolves; its problems follow on
    standard error, and the exit code is 78. It is 1 where a change would bring new problems.
    """
    asked = Asked(sets, without, worker)
    _refuse_bad_usage(keys, config or override, asked, form, every=every)
    if asked:
        what_if(keys, asked, config, override, form)
    elif every:
        explain_all(keys, form)
    elif worker:
        explain_worker(keys, worker, form)
    else:
        _explain(keys, config, override, form)


def _refuse_bad_usage(
    keys: Sequence[str], file: str | None, asked: Asked, form: str, *, every: bool
) -> None:
    if not keys and not asked:
        raise click.UsageError("name a KEY, or give --set or --without")
    if file and (asked.worker or every):
        raise click.UsageError("give --worker or --all, or --config and --override, not both")
    if every and (asked or asked.worker):
        raise click.UsageError("--all shows every worker as it is: leave out the other options")
    if form not in ("text", "json") and not asked:
        raise click.UsageError(f"--format {form} is for --set and --without")


def _explain(keys: Sequence[str], config: str | None, override: str | None, form: str) -> None:
    resolution = resolved(config, override)
    names = [named_key(resolution.catalogue, key) for key in keys]
    found = [explanation_of(resolution, name) for name in names]
    if form == "json":
        print_json({"keys": [asdict(one) for one in found]})
    else:
        for one in found:
            print_tree(tree_of(one))
    end_where_refused(resolution.problems)
