"""``integr8s-conf doctor``: what an installation is made of, and what about it needs care."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import click

from ..deployment.combinations import find_deployment
from ..deployment.health import health_of
from ..problems import render_problems
from ..request import request_from_process
from .examples import examples
from .options import in_form, resolved
from .report import findings_report
from .tables import print_json, print_table, print_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..deployment.health import FileState, Health
    from ..discover.admission import State

_DISTRIBUTIONS = ("integr8s-conf", "dynaconf", "pluggy", "python-dotenv")


@click.command(
    short_help="Look over files, secrets, plugins, versions and variables.",
    epilog=examples(
        ("In a container that does not start", "integr8s-conf doctor"),
        ("For a bug report, without a secret in it", "integr8s-conf doctor --format json"),
    ),
)
@in_form("text", "json")
def doctor(form: str) -> None:
    """Look over what this process would be configured by.

    Versions; the files of the deployment with their permissions; where each secret comes from,
    and how good a source that is; plugins that failed; variables with our prefix that nothing
    reads. It works where plugins or files are broken.

    The exit code is 1 where something needs care: a problem, a failed plugin, a file that is not
    read, a weak or missing secret, a variable that nothing reads.
    """
    request = request_from_process().of_process()
    health = health_of(request, resolved(None, None), find_deployment(request))
    if form == "json":
        print_json(_report(health))
    else:
        _print(health)
    if not health.sound:
        sys.exit(1)


def _report(health: Health) -> dict[str, Any]:
    return {
        "versions": _versions(),
        "plugins": dict(health.plugins),
        "files": [{**file._asdict(), "mode": _mode(file) or None} for file in health.files],
        "secrets": [secret._asdict() for secret in health.secrets],
        "unread": list(health.unread),
        **findings_report(health.problems, health.warnings),
    }


def _print(health: Health) -> None:
    print_text(", ".join(f"{name} {number}" for name, number in _versions().items()) + "\n")
    files = [(file.name, file.what, file.state, _mode(file)) for file in health.files]
    print_table("files", ("file", "what", "state", "mode"), files)
    print_table("secrets", ("secret", "grade", "source", "what that is"), health.secrets)
    print_text(_plugins(health.plugins))
    print_text(f"variables that nothing reads: {', '.join(health.unread) or 'none'}")
    print_text(render_problems(health.problems) if health.problems else "no problems")


def _versions() -> dict[str, str]:
    return {
        **{name: version(name) for name in _DISTRIBUTIONS},
        "Python": platform.python_version(),
    }


def _mode(file: FileState) -> str:
    return "" if file.mode is None else f"{file.mode:04o}"


def _plugins(states: Mapping[str, State]) -> str:
    """Return how many plugins are in each state, and the names of those that are not just loaded.

    That none is in one of the states that few have goes without saying.
    """
    states_said = []
    for state in ("loaded", "unlisted", "blocked", "refused", "failed"):
        names = [name for name, its in states.items() if its == state]
        listed = f" ({', '.join(names)})" if names and state != "loaded" else ""
        if names or state not in ("unlisted", "refused"):
            states_said.append(f"{len(names)} {state}{listed}")
    return f"plugins: {', '.join(states_said)}"
