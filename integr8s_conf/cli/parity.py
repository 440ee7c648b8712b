"""``integr8s-conf parity`` compares another settings object with ours, until they agree."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import click

from ..deployment.combinations import find_deployment
from ..diagnostic import Report
from ..parity.compared import RULES
from ..parity.findings import findings
from ..parity.plan import plan, varied_secrets
from ..parity.run import run
from ..parity.target import TargetError, target_named
from ..parity.task import Subject
from ..request import request_from_process
from ..resolve.resolve import resolve
from .command_error import CommandError
from .examples import examples
from .named_key import named_key
from .named_worker import named_worker
from .options import in_form
from .reporting.finish import FORMS, finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..declare.catalogue import Catalogue
    from ..deployment.combination import Combination, Deployment
    from ..parity.task import Outcome
    from ..resolve.resolution import Resolution


@click.command(
    short_help="Compare another settings object with ours.",
    epilog=examples(
        ("A class that takes the files", "integr8s-conf parity app.settings:Settings"),
        ("A function, for one worker", "integr8s-conf parity app.config:load --worker k8s-worker"),
        (
            "A key that has another name there",
            "integr8s-conf parity app.config:load --map brokers=KAFKA_BOOTSTRAP_SERVERS",
        ),
        (
            "Other variations, and more of them",
            "integr8s-conf parity app.config:load --variations 50 --seed 2",
        ),
    ),
)
@click.argument("theirs", metavar="MODULE:OBJECT")
@click.option("--ours", metavar="MODULE:OBJECT", help="Compare this in place of what files say.")
@click.option(
    "--worker", "workers", metavar="NAME", multiple=True, help="One role only, such as k8s-worker."
)
@click.option(
    "--variations",
    "count",
    metavar="N",
    type=click.IntRange(min=0),
    default=25,
    show_default=True,
    help="How many variations of the secrets to try with each combination of files.",
)
@click.option(
    "--seed", metavar="N", type=int, default=0, help="Another number gives other variations."
)
@click.option(
    "--map", "pairs", metavar="THEIRS=KEY", multiple=True, help="What theirs calls a key of ours."
)
@click.option(
    "--ignore", metavar="KEY", multiple=True, help="A key, or a name of theirs, that may differ."
)
@in_form(*FORMS)
def parity(
    theirs: str,
    ours: str | None,
    workers: tuple[str, ...],
    count: int,
    seed: int,
    pairs: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
) -> None:
    """Compare a settings object of your own with ours: its values, and their types.

    MODULE:OBJECT is a class or a function that makes settings, a settings object that is made when
    its module is imported, or a module alone; it is imported from the working directory. A class
    or function gets the files as config_path= and override_path=, as far as it takes those; else
    they are in the variables INTEGR8S_CONF_FILE and INTEGR8S_CONF_OVERRIDE.

    Both are made for every combination of files that is deployed, each with the secrets as they
    are and with variations that libraries stumble over, such as digits, blanks at the end, or none
    at all. The secrets are set as variables, under their own names.

    A name of theirs may be in any case. A wrapper that hides a secret counts as its text.

    The exit code is 0 where all values agree, 1 where any differ, and 78 where both refuse every
    combination.
    """
    request = request_from_process().of_process()
    with redirect_stdout(sys.stderr):  # what a plugin prints is not what was asked for
        deployment = find_deployment(request)
        combinations = _chosen(deployment, workers)
        resolution = resolve(combinations[0].request)
        catalogue = resolution.catalogue
        planned = plan(combinations, varied_secrets(catalogue), count, seed)
    names = _names(pairs, catalogue)
    ignored = frozenset(name.upper() for name in ignore)
    try:
        subject = Subject(
            target_named(theirs), target_named(ours) if ours else None, names, ignored
        )
        outcomes = run(subject, request.folder, planned)
    except TargetError as error:
        raise CommandError(str(error)) from None
    nothing_said = not any(one.both_accept or one.diagnostics for one in outcomes)
    finish(_report(outcomes, resolution), form, resolution.problems if nothing_said else ())


def _chosen(deployment: Deployment, workers: Iterable[str]) -> tuple[Combination, ...]:
    """Return the combinations of the roles that ``--worker`` names; all if it is not given."""
    chosen = [one for name in workers for one in named_worker(name, deployment)]
    return tuple({one.name: one for one in chosen or deployment.combinations}.values())


def _names(pairs: Iterable[str], catalogue: Catalogue) -> Mapping[str, str]:
    """Return what theirs calls our keys, as ``--map`` says it."""
    names: dict[str, str] = {}
    for pair in pairs:
        name, _, key = pair.partition("=")
        if not (name and key):
            raise click.BadParameter(f"{pair!r} is not THEIRS=KEY", param_hint="--map")
        names[named_key(catalogue, key, "--map")] = name
    return names


def _report(outcomes: Sequence[Outcome], resolution: Resolution) -> Report:
    combinations = dict.fromkeys(one.combination for one in outcomes)
    accepted = sum(one.both_accept for one in outcomes)
    summary = (
        f"{len(resolution.catalogue.keys)} keys, {len(combinations)} combinations,"
        f" {len(outcomes)} comparisons; in {accepted} both accept"
    )
    facts = {
        "combinations": list(combinations),
        "comparisons": len(outcomes),
        "both_accept": accepted,
    }
    files = [layer for layer in resolution.layers if layer.path]
    paths = {layer.name: layer.path for layer in files if layer.path}
    place = next(iter(paths.values()), "config.toml")
    return Report("parity", summary, RULES, findings(outcomes), place, facts, paths)
