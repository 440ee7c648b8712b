"""Every installed plugin with its state, and why it is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..declare.hook_functions import HOOKS
from ..declare.plugin import Contribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..declare.catalogue import Catalogue
    from ..declare.plugin import Plugin
    from ..problems import Problem
    from .admission import Admission, State


class InstalledPlugin(NamedTuple):
    """A plugin, whether it is loaded, and what it brings."""

    plugin: Plugin
    state: State
    why: str = ""
    """Why it is not loaded, or not wholly; empty where there is nothing to say."""

    sections: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()


def inventory(catalogue: Catalogue, problems: Iterable[Problem]) -> tuple[InstalledPlugin, ...]:
    """Return every plugin that is installed, by its name; ``problems`` are the catalogue's."""
    failures: dict[str | None, list[str]] = {}
    for problem in problems:
        failures.setdefault(problem.plugin, []).append(problem.found)
    brought = {one.plugin: one for one in catalogue.contributions}
    return tuple(
        _looked_at(
            one,
            brought.get(one.plugin, Contribution(one.plugin)),
            catalogue,
            failures.get(one.plugin.name, []),
        )
        for one in catalogue.admissions
    )


def order_of_calls(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return hook -> the plugins that have it, in the order in which they are called."""
    return {
        hook: tuple(one.plugin.name for one in catalogue.contributions if hook in one.hooks)
        for hook in HOOKS
    }


def _looked_at(
    admission: Admission, brought: Contribution, catalogue: Catalogue, failures: Sequence[str]
) -> InstalledPlugin:
    state, why = admission.state, admission.why
    if admission.admitted and failures:
        state, why = "failed", "; ".join(failures)
    sections = tuple(
        section.__name__ for section in catalogue.sections if section in brought.sections
    )
    return InstalledPlugin(admission.plugin, state, why, sections, brought.hooks)
