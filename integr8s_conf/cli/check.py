"""``integr8s-conf check`` says whether a deployment is valid: every combination of its files."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..deployment.checked import Checked, check_all
from ..deployment.combination import Deployment
from ..deployment.combinations import find_deployment, single, with_file
from ..deployment.verdict import verdict
from ..discover.discovery import load_catalogue
from ..project.environment import Environment, in_environment
from ..project.project_file import NAME as PROJECT_FILE
from ..request import request_from_process
from ..resolve.plugin_policy import policy_of
from ..resolve.production import ENVIRONMENT
from ..sources.safe_file import UnreadableError
from ..sources.variables import PREFIX
from .examples import examples
from .options import chosen_sections, in_form, of_files, of_sections
from .refusal import REFUSED
from .verdict.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..problems import Problem
    from ..request import Request


@click.command(
    short_help="Say whether a configuration is valid.",
    epilog=examples(
        ("The whole deployment", "integr8s-conf check"),
        ("One worker", "integr8s-conf check --override config.k8s-worker.toml"),
        ("What a changed file takes part in", "integr8s-conf check settings/config.toml"),
        ("What production would refuse", "integr8s-conf check --assume-env production"),
        ("For code scanning", "integr8s-conf check --format sarif > integr8s-conf.sarif"),
    ),
)
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@of_files
@of_sections
@click.option("--strict", is_flag=True, help="Count warnings as problems.")
@click.option(
    "--assume-env",
    metavar="NAME",
    help=f"Check as if {PREFIX}{ENVIRONMENT} were set to NAME, such as production.",
)
@click.option(
    "--env-file",
    metavar="FILE",
    type=click.Path(),
    help="Check with the variables of FILE in place of those of this process, and without .env.",
)
@in_form(*FORMS)
def check(
    files: tuple[str, ...],
    config: str | None,
    override: str | None,
    sections: tuple[str, ...],
    assume_env: str | None,
    env_file: str | None,
    form: str,
    *,
    strict: bool,
) -> None:
    """Check every combination of files that is deployed, or those that each FILE takes part in.

    The combinations are those that [tool.integr8s-conf] of pyproject.toml lists in the working
    directory. Without it they are found by name: the base file, the base file with each
    config.*.toml beside it, and each such file that has a base file's keys on its own. With
    --config or --override just that one configuration is checked.

    With --section, problems of other sections are left out; those of files and plugins are not.

    \b
    --format text    a table of the combinations, and below it each problem once
             json    the same for programs
             sarif   SARIF 2.1.0, for code scanning
             github  annotations of GitHub Actions

    The exit code is 0 where all is valid, and 78 where anything is refused.
    """  # noqa: D301 - click takes the character itself for a paragraph that keeps its lines
    if files and (config or override):
        raise click.UsageError("give files, or --config and --override, not both")
    request = _request(config, override, env_file)
    with redirect_stdout(sys.stderr):  # what a plugin prints is not what was asked for
        if config or override:
            deployment = Deployment((single(request),))
        else:
            deployment = _deployment(request, files, environments=env_file is None)
        checked = check_all(_assuming(deployment, assume_env).combinations)
    if sections:
        checked = _of_sections(checked, chosen_sections(checked[0].resolution, sections))
    found = verdict([*map(_strict, checked)] if strict else checked, deployment.problems)
    FORMS[form](found)
    if found.problems:
        sys.exit(REFUSED)


def _request(config: str | None, override: str | None, env_file: str | None) -> Request:
    request = request_from_process(config, override)
    if env_file is not None:
        try:
            request = in_environment(request, Environment(env_file, env_file))
        except UnreadableError as error:
            said = "; ".join(filter(None, (error.found, error.hint)))
            raise click.BadParameter(f"{env_file}: {said}", param_hint="--env-file") from None
    return request.of_process()


def _deployment(request: Request, files: Sequence[str], *, environments: bool) -> Deployment:
    """Return the combinations that the named files take part in; all if none is named."""
    deployment = find_deployment(request, environments=environments)
    if not files or any(Path(file).name == PROJECT_FILE for file in files):
        return deployment
    chosen = [one for file in files for one in with_file(deployment, file, request)]
    by_name = {one.name: one for one in chosen}
    return deployment._replace(combinations=tuple(by_name.values()))


def _assuming(deployment: Deployment, environment: str | None) -> Deployment:
    """Return the same deployment as if all of it ran in an environment.

    Raises:
        BadParameter: No loaded plugin declares the key that names the environment.

    """
    if environment is None:
        return deployment
    requests = [one.request for one in deployment.combinations]
    catalogue = load_catalogue(policy_of(requests[0]))
    if ENVIRONMENT not in catalogue.keys and not catalogue.problems:
        said = f"no loaded plugin declares {ENVIRONMENT}"
        raise click.BadParameter(said, param_hint="--assume-env")
    more = {f"{PREFIX}{ENVIRONMENT}": environment}
    return deployment._replace(
        combinations=tuple(
            one._replace(request=one.request._replace(environ={**one.request.environ, **more}))
            for one in deployment.combinations
        )
    )


def _of_sections(checked: Iterable[Checked], sections: Sequence[str]) -> tuple[Checked, ...]:
    """Return what was found in some sections, and what concerns every section."""

    def chosen(found: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(one for one in found if one.section is None or one.section in sections)

    return tuple(
        one._replace(
            problems=chosen(one.problems), warnings=chosen(one.warnings), sections=tuple(sections)
        )
        for one in checked
    )


def _strict(checked: Checked) -> Checked:
    return checked._replace(problems=(*checked.problems, *checked.warnings), warnings=())
