"""``integr8s-conf explain``: why a key has its value."""

from __future__ import annotations

from dataclasses import asdict

import click

from ..explanation import explain as explanation_of
from ..explanation_tree import tree_of
from .examples import examples
from .options import complete_key, in_form, of_files, resolved
from .refusal import end_where_refused
from .tables import print_json, print_tree


@click.command(
    short_help="Show every layer that spoke of a key, and which one wins.",
    epilog=examples(
        ("Where does the backend's value come from?", "integr8s-conf explain WEB_CONCURRENCY"),
        (
            "And that of one worker?",
            "integr8s-conf explain KAFKA_CONSUMER_GROUP_ID --override config.k8s-worker.toml",
        ),
        ("What is the connection string made of?", "integr8s-conf explain MONGODB_URL"),
    ),
)
@click.argument("keys", metavar="KEY...", nargs=-1, required=True, shell_complete=complete_key)
@of_files
@in_form("text", "json")
def explain(keys: tuple[str, ...], config: str | None, override: str | None, form: str) -> None:
    """Explain keys: what each means, every layer that spoke of it, the winner and the shadowed.

    Of a computed key the inputs are explained as well. Secrets are masked, their places are not.

    A configuration that is refused is explained as far as it resolves; its problems follow on
    standard error, and the exit code is 78.
    """
    resolution = resolved(config, override)
    try:
        found = [explanation_of(resolution, key) for key in keys]
    except KeyError as error:
        raise click.BadParameter(error.args[0], param_hint="KEY") from None
    if form == "json":
        print_json({"keys": [asdict(one) for one in found]})
    else:
        for one in found:
            print_tree(tree_of(one))
    end_where_refused(resolution.problems)
