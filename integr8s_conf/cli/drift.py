"""``integr8s-conf drift`` says where manifests and the declarations of the keys disagree."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import click

from ..diagnostic import Report
from ..display import counted
from ..drift.deployed import deployed_of
from ..drift.drift import RULES
from ..drift.drift import drift as compared
from ..request import request_from_process
from ..suggest import did_you_mean
from .command_error import CommandError
from .examples import examples
from .options import in_form
from .reporting.baseline import of_baseline
from .reporting.finish import FORMS, finish

if TYPE_CHECKING:
    from ..drift.deployed import Deployed
    from ..drift.drift import Drift
    from ..manifests.manifest import Manifest
    from .reporting.baseline import Baseline


@click.command(
    short_help="Compare manifests with the declared keys.",
    epilog=examples(
        ("The usual files of a project", "integr8s-conf drift"),
        ("Some files and folders", "integr8s-conf drift docker-compose.yml deploy/"),
        ("Workloads by name", "integr8s-conf drift deploy/ --workload backend"),
        ("For code scanning", "integr8s-conf drift --format sarif > drift.sarif"),
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--workload",
    "workloads",
    metavar="NAME",
    multiple=True,
    help="A workload that runs with this configuration; may be given several times.",
)
@of_baseline
@in_form(*FORMS)
def drift(
    paths: tuple[str, ...], workloads: tuple[str, ...], form: str, baseline: Baseline | None
) -> None:
    """Find what manifests and the declared keys disagree on, with file and line.

    \b
    secret-not-passed     a secret that a workload needs and nothing passes
    plain-secret          a secret as plain text
    misspelt-variable     a variable that reads like one of ours, misspelt
    base-not-mounted      a base file that a workload is to read and does not find
    override-not-mounted  an override that a workload is to read and does not find
    hidden-mount          a mount that another one hides
    unread-variable       a variable that nothing reads
    foreign-variable      a variable that another program reads beside our key
    differing-default     a default of a manifest that the files contradict
    repeated-default      a value that the files or the code say as well
    unreadable-manifest   a manifest that cannot be read or followed

    PATH is a Compose file, a Kubernetes manifest, a Dockerfile, a workflow of GitHub Actions, a
    unit of systemd, or a folder of such files. Without it the usual names are looked for in the
    working directory: Compose files, Dockerfiles, deploy, k8s, kubernetes, .github/workflows.

    Only workloads that run with this configuration are looked at: those that have its files, are
    given a variable of it, or run the image of such a one. --workload names them instead.

    The exit code is 0 where nothing is found, 1 where something is, and 78 where the configuration
    is refused.
    """  # noqa: D301 - click takes the character itself for a paragraph that keeps its lines
    request = request_from_process().of_process()
    manifests = _manifests(paths, request.folder)
    with redirect_stdout(sys.stderr):  # what a plugin prints is not what was asked for
        deployed = deployed_of(request)
        found = compared(manifests, deployed, workloads)
    _refuse_unknown(workloads, manifests)
    finish(_report(found, manifests, deployed), form, deployed.problems, baseline)


def _manifests(paths: tuple[str, ...], folder: str) -> tuple[Manifest, ...]:
    from ..manifests.read import NotManifestsError, read_manifests, usual_places

    names = paths or usual_places(folder)
    if not names:
        raise CommandError("no manifests here: name the files or folders")
    try:
        return read_manifests(names, folder)
    except NotManifestsError as error:
        raise CommandError(str(error)) from None


def _refuse_unknown(names: tuple[str, ...], manifests: tuple[Manifest, ...]) -> None:
    known = sorted({one.name for manifest in manifests for one in manifest.workloads})
    for name in names:
        if name not in known:
            near = did_you_mean(name, known)
            raise click.BadParameter(f"there is no workload {name}{near}", param_hint="--workload")


def _report(found: Drift, manifests: tuple[Manifest, ...], deployed: Deployed) -> Report:
    workloads = sum(len(one.workloads) for one in manifests)
    ours = len(found.processes)
    files = f"{counted(len(manifests), 'file')}, {counted(workloads, 'workload')}"
    return Report(
        "drift",
        f"{files}, {ours} of them run{'s' * (ours == 1)} with this configuration",
        RULES,
        found.diagnostics,
        deployed.base,
        {
            "files": [one.name for one in manifests],
            "workloads": [
                {"name": one.workload.name, "origin": str(one.workload.origin)}
                for one in found.processes
            ],
        },
        {one.name: one.path for one in manifests},
    )
