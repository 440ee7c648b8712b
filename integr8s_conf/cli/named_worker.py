"""The worker that a user of a command means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..deployment.combinations import find_deployment
from ..deployment.roles import UnknownRoleError, role_named, roles_of
from ..request import request_from_process

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..deployment.combination import Combination, Deployment


def of_worker(said: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the option that names a worker."""
    return click.option("--worker", metavar="NAME", shell_complete=_complete, help=said)


def refuse_unknown(worker: str | None, deployment: Deployment) -> None:
    """Refuse a name that no worker of a deployment has.

    Raises:
        BadParameter: There is no such worker; the text says which there are.

    """
    if worker is not None:
        named_worker(worker, deployment)


def named_worker(name: str, deployment: Deployment) -> tuple[Combination, ...]:
    """Return the combinations of a worker, one for each environment.

    Raises:
        BadParameter: There is no such worker; the text says which there are.

    """
    try:
        return role_named(deployment, name)
    except UnknownRoleError as error:
        raise click.BadParameter(str(error), param_hint="--worker") from None


def _complete(_context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    roles = roles_of(find_deployment(request_from_process().of_process()))
    return [role for role in roles if role.startswith(begun)]
