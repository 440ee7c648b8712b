"""``integr8s-conf check`` says whether a deployment is valid: every combination of its files."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..deployment.checked import Checked, check_all
from ..deployment.combination import Deployment
from ..deployment.combinations import find_deployment, named, single
from ..deployment.distinct import told_apart
from ..deployment.roles import UnknownRoleError
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
from .options import chosen_sections, complete_file_or_role, in_form, of_files, of_sections
from .refusal import REFUSED
from .verdict.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..deployment.combination import Combination
    from ..deployment.verdict import Verdict
    from ..diagnostic import Report
    from ..lock.read import LockFile
    from ..problems import Problem
    from ..request import Request


@click.command(
    short_help="Say whether a configuration is valid.",
    epilog=examples(
        ("The whole deployment", "integr8s-conf check"),
        ("One worker, by its role", "integr8s-conf check k8s-worker"),
        ("One configuration", "integr8s-conf check --override config.k8s-worker.toml"),
        ("What a changed file takes part in", "integr8s-conf check settings/config.toml"),
        ("What production would refuse", "integr8s-conf check --assume-env production"),
        ("What an upgrade of plugins does to it", "integr8s-conf check --locked"),
        ("For code scanning", "integr8s-conf check --format sarif > integr8s-conf.sarif"),
    ),
)
@click.argument("files", metavar="[FILE]...", nargs=-1, shell_complete=complete_file_or_role)
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
@click.option(
    "--locked", is_flag=True, help="Say, too, what differs from integr8s-conf.lock; then exit 1."
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
    locked: bool,
) -> None:
    """Check every combination of files that is deployed, or those that each FILE takes part in.

    A FILE may be the role of a worker as well: k8s-worker for config.k8s-worker.toml, backend for
    the base file alone. Workers are compared with each other, also with those that are not
    named: where two have one value of a key that wants one for each, such as a consumer group, the
    copied line is a problem.

    The combinations are those that [tool.integr8s-conf] of pyproject.toml lists in the working
    directory. Without it they are found by name: the base file, the base file with each
    config.*.toml beside it, and each such file that has a base file's keys on its own. With
    --config or --override just that one configuration is checked.

    With --section, problems of other sections are left out; those of files and plugins are not.

    With --locked, what the plugins declare is compared with integr8s-conf.lock in the working
    directory, which integr8s-conf lock writes: what changed, and which lines here it touches.

    \b
    --format text    a table of the combinations, and below it each problem once
             json    the same for programs
             sarif   SARIF 2.1.0, for code scanning
             github  annotations of GitHub Actions

    The exit code is 0 where all is valid, 78 where anything is refused, which a lock is too that
    somebody edited, and 1 where all is valid but the lock differs.
    """  # noqa: D301 - click takes the character itself for a paragraph that keeps its lines
    if files and (config or override):
        raise click.UsageError("give files, or --config and --override, not both")
    if locked and sections:
        raise click.UsageError("a lock is of every section: give --locked or --section, not both")
    request = _request(config, override, env_file)
    lock = _lock(request) if locked else None
    with redirect_stdout(sys.stderr):  # what a plugin prints is not what was asked for
        if config or override:
            deployment = Deployment((single(request),))
        else:
            deployment = find_deployment(request, environments=env_file is None)
        checked = _checked(deployment, _chosen(deployment, files, request), assume_env)
    if sections:
        checked = _of_sections(checked, chosen_sections(checked[0].resolution, sections))
    listing = (*deployment.problems, *(lock.problems if lock else ()))
    found = verdict([*map(_strict, checked)] if strict else checked, listing)
    since = _since(lock, deployment, found) if lock else None
    FORMS[form](found, since)
    if found.problems:
        sys.exit(REFUSED)
    if since and not since.clean:
        sys.exit(1)


def _lock(request: Request) -> LockFile:
    from .locked import lock_of_request

    return lock_of_request(request)


def _since(lock: LockFile, deployment: Deployment, found: Verdict) -> Report | None:
    from .locked import since_lock

    return since_lock(lock, deployment, found)


def _request(config: str | None, override: str | None, env_file: str | None) -> Request:
    request = request_from_process(config, override)
    if env_file is not None:
        try:
            request = in_environment(request, Environment(env_file, env_file))
        except UnreadableError as error:
            said = "; ".join(filter(None, (error.found, error.hint)))
            raise click.BadParameter(f"{env_file}: {said}", param_hint="--env-file") from None
    return request.of_process()


def _chosen(
    deployment: Deployment, files: Sequence[str], request: Request
) -> tuple[Combination, ...]:
    """Return the combinations that files and roles take part in; all if none is named.

    Raises:
        BadParameter: What is no file is no role.

    """
    if not files or any(Path(file).name == PROJECT_FILE for file in files):
        return deployment.combinations
    try:
        found = [one for file in files for one in named(deployment, file, request)]
    except UnknownRoleError as error:
        raise click.BadParameter(str(error), param_hint="FILE") from None
    return tuple({one.name: one for one in found}.values())


def _checked(
    deployment: Deployment, chosen: Sequence[Combination], environment: str | None
) -> tuple[Checked, ...]:
    """Check what is chosen, compared with the whole deployment, as if it ran in an environment."""
    whole = {one.name: one for one in (*deployment.combinations, *chosen)}
    found = told_apart(check_all(_assuming(tuple(whole.values()), environment)))
    by_name = {one.combination.name: one for one in found}
    return tuple(by_name[one.name] for one in chosen)


def _assuming(
    combinations: tuple[Combination, ...], environment: str | None
) -> tuple[Combination, ...]:
    """Return the same combinations as if all of them ran in an environment.

    Raises:
        BadParameter: No loaded plugin declares the key that names the environment.

    """
    if environment is None:
        return combinations
    catalogue = load_catalogue(policy_of(combinations[0].request))
    if ENVIRONMENT not in catalogue.keys and not catalogue.problems:
        said = f"no loaded plugin declares {ENVIRONMENT}"
        raise click.BadParameter(said, param_hint="--assume-env")
    more = {f"{PREFIX}{ENVIRONMENT}": environment}
    return tuple(
        one._replace(request=one.request._replace(environ={**one.request.environ, **more}))
        for one in combinations
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
