"""The key that a user of a command means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..explanation import key_named

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue


def named_key(catalogue: Catalogue, name: str, hint: str = "KEY") -> str:
    """Return a declared key by its name, in any case, or by a former one.

    Raises:
        BadParameter: No loaded plugin declares the key; ``hint`` is what its user gave it as.

    """
    try:
        return key_named(catalogue, name)
    except KeyError as error:
        raise click.BadParameter(error.args[0], param_hint=hint) from None
