"""``integr8s-conf usage`` says which keys code reads, and which nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..deployment.combinations import find_deployment
from ..diagnostic import Report
from ..display import counted
from ..request import request_from_process
from ..sources.locate import locate_base
from ..usage.code_usage import code_usage
from ..usage.declared_usage import declared_usage
from ..usage.findings import RULES, usage_findings
from ..usage.plugin_reads import keys_of_plugins, section_names
from ..usage.source_files import READ, Selection, source_files
from .examples import examples
from .options import in_form, of_base, resolved_request
from .reporting.baseline import of_baseline
from .reporting.finish import FORMS, finish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..deployment.combination import Deployment
    from ..problems import Problem
    from ..resolve.resolution import Resolution
    from ..usage.code_usage import CodeUsage
    from ..usage.declared_usage import DeclaredUsage
    from .reporting.baseline import Baseline


@click.command(
    short_help="Say which keys the code reads, and which nobody does.",
    epilog=examples(
        ("The code and its tests", "integr8s-conf usage app tests"),
        ("Without what is generated", "integr8s-conf usage app --exclude '*_pb2.py'"),
        (
            "Accept what is found now, and fail on what is new",
            "integr8s-conf usage app --baseline usage.toml --write-baseline",
        ),
        ("For code scanning", "integr8s-conf usage app --format sarif > usage.sarif"),
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(exists=True))
@of_base
@click.option(
    "--include",
    metavar="GLOB",
    multiple=True,
    default=READ,
    show_default=True,
    help="Read the files whose name or path this fits; may be given several times.",
)
@click.option(
    "--exclude",
    metavar="GLOB",
    multiple=True,
    help="Leave out files and folders whose name or path this fits; may be given several times.",
)
@of_baseline
@in_form(*FORMS)
def usage(
    paths: tuple[str, ...],
    config: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    form: str,
    baseline: Baseline | None,
) -> None:
    """Compare the declared keys with those that the code below each PATH reads.

    The code is parsed and never run. It finds keys that nobody reads, lines of overrides that set
    such a key, reads of keys that are not declared, and keys that only tests read. Name the code
    and its tests: what is below a folder tests, or named as a test, counts as a test.

    A read that only a run could resolve, such as settings[name], is a note with its line. Folders
    such as .venv, node_modules and build are left out, links to folders are not followed; a file
    that is named is read in any case.

    The exit code is 1 where anything is found beside notes.
    """
    files = source_files(paths, Selection(include, exclude))
    if not files:
        raise click.UsageError(f"no file fits {', '.join(include)} below {', '.join(paths)}")
    request = request_from_process(config).of_process()
    deployment = find_deployment(request, environments=False)
    resolutions = [resolved_request(one.request) for one in deployment.combinations]
    catalogue = resolutions[0].catalogue
    read = code_usage(files, section_names(catalogue))
    declared = declared_usage(read, resolutions, keys_of_plugins(catalogue))
    report = Report(
        "usage",
        _summary(read, resolutions[0]),
        RULES,
        usage_findings(read, declared, resolutions),
        locate_base(deployment.main[0].request).path,
        _facts(read, declared, resolutions[0]),
        {layer.name: layer.path for one in resolutions for layer in one.layers if layer.path},
    )
    finish(report, form, _refused(deployment, resolutions), baseline)


def _summary(read: CodeUsage, base: Resolution) -> str:
    return f"{counted(len(base.catalogue.keys), 'key')}, {counted(len(read.files), 'file')}"


def _facts(read: CodeUsage, declared: DeclaredUsage, base: Resolution) -> dict[str, Any]:
    """Return every place that reads a key, by key."""
    return {
        "reads": {
            key: [
                {"file": read.files[one.file].name, "line": one.line}
                for one in (*declared.by_key.get(key, ()), *declared.in_tests.get(key, ()))
            ]
            for key in base.catalogue.keys
        }
    }


def _refused(deployment: Deployment, resolutions: Sequence[Resolution]) -> tuple[Problem, ...]:
    """Return what keeps keys, or lines that set them, from being known."""
    found = [
        problem
        for one in resolutions
        for problem in one.problems
        if problem.key is None or problem in one.catalogue.problems
    ]
    return tuple(dict.fromkeys((*deployment.problems, *found)))
