"""What a command cannot do for its user."""

from __future__ import annotations

import click


class CommandError(click.ClickException):
    """Said in one line; the exit code is 2, as for bad usage."""

    exit_code = 2
