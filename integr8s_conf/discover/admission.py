"""Judges every installed plugin by the policy, before any of them is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ..declare.distribution import identity
from ..problems import Problem
from ..suggest import nearest
from .api_range import api_fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..declare.fault import Fault
    from ..declare.plugin import Plugin
    from .allowlist import Allowed
    from .policy import PluginPolicy

State = Literal["loaded", "unlisted", "blocked", "refused", "failed"]

OURS = "integr8s-conf"
"""The distribution whose plugins every list allows."""

NAMES = "INTEGR8S_CONF_PLUGINS"
NO_AUTOLOAD = "INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD"


class Admission(NamedTuple):
    """What the policy says of one plugin."""

    plugin: Plugin
    state: State = "loaded"
    why: str = ""
    problem: Problem | None = None
    warning: Problem | None = None

    @property
    def admitted(self) -> bool:
        """Whether the plugin may be imported."""
        return self.state in ("loaded", "unlisted")

    @property
    def is_out(self) -> bool:
        """Whether the plugin is kept out, and no problem of its own says so."""
        return self.state == "blocked" and self.problem is None


def admissions(plugins: Sequence[Plugin], policy: PluginPolicy) -> tuple[Admission, ...]:
    """Return what the policy says of each plugin; a name that two of them have admits neither."""
    judged = [_by_name(plugin, policy) for plugin in plugins]
    doubles = dict(_doubles([one.plugin for one in judged if one.admitted]))
    return tuple(
        Admission(one.plugin, "failed", "its name is claimed twice", doubles[one.plugin.name])
        if one.admitted and one.plugin.name in doubles
        else _by_content(one, policy)
        for one in judged
    )


def leaves_out(policy: PluginPolicy, plugins: Iterable[Plugin]) -> bool:
    """Tell whether the list of distributions leaves out a plugin that would else be loaded."""
    return any(_by_name(plugin, policy).state == "unlisted" for plugin in plugins)


def wrong_names(policy: PluginPolicy, plugins: Iterable[Plugin]) -> Iterator[Problem]:
    """Yield a problem for each name of INTEGR8S_CONF_PLUGINS that no plugin has."""
    known = dict.fromkeys(plugin.name for plugin in plugins)
    for name in policy.names or ():
        if name not in known:
            found, wanted = f"{name!r} in {NAMES}", "the name of an installed plugin"
            yield Problem(None, found, wanted, None, _near(name, known), plugin=name)


def missing(
    policy: PluginPolicy, judged: Sequence[Admission], faulty: frozenset[str | None]
) -> Iterator[Problem]:
    """Yield a problem for each required plugin that is not loaded, and not ``faulty`` anyway."""
    why = {one.plugin.name: one.why for one in judged}
    told = faulty | {one.plugin.name for one in judged if one.admitted}
    wanted = "every plugin that required names"
    for name in policy.required:
        if name in told:
            continue
        if name in why:
            found = f"a required plugin that is not loaded: {why[name]}"
            hint = f"let {NAMES} name it, or drop it from required"
        else:
            found, hint = "a required plugin that is not installed", _near(name, why)
        yield Problem(None, found, wanted, policy.required_at, hint, plugin=name)


def _near(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    return f"did you mean {near}?" if near else f"installed are {', '.join(known)}"


def _by_name(plugin: Plugin, policy: PluginPolicy) -> Admission:
    """Judge a plugin by its name, and by its distribution's name and version."""
    if policy.names is not None and plugin.name not in policy.names:
        return Admission(plugin, "blocked", f"{NAMES} does not name it")
    if policy.names is None and not policy.autoload:
        return Admission(plugin, "blocked", f"{NO_AUTOLOAD} is set, and {NAMES} is not")
    if policy.distributions is None or identity(plugin.source).normalised == OURS:
        return Admission(plugin)
    entry = _entry(plugin, policy)
    if entry and (entry.hashes or entry.holds(identity(plugin.source).version)):
        return Admission(plugin)
    return _unlisted(plugin, policy, entry)


def _entry(plugin: Plugin, policy: PluginPolicy) -> Allowed | None:
    name = identity(plugin.source).normalised
    return next((one for one in policy.distributions or () if one.name == name), None)


def _unlisted(plugin: Plugin, policy: PluginPolicy, entry: Allowed | None) -> Admission:
    state: State = "blocked" if policy.production else "unlisted"
    if policy.listed_at is None:
        return Admission(plugin, state, "the list of pyproject.toml is malformed")
    distribution = identity(plugin.source)
    pinned = f'"{distribution.name}=={distribution.version}"'
    why = f"not in the range {entry}" if entry else "its distribution is not on the list"
    wanted = "in production, plugins of the distributions that the list allows"
    hint = f"write {pinned} in plugins of [tool.integr8s-conf], or uninstall {distribution.name}"
    problem = Problem(
        None,
        f"{plugin}: {why}",
        wanted,
        policy.listed_at,
        hint if distribution.name else "uninstall it",
        plugin=plugin.name,
    )
    if policy.production:
        return Admission(plugin, state, why, problem)
    return Admission(plugin, state, why, warning=problem)


def _by_content(judged: Admission, policy: PluginPolicy) -> Admission:
    """Judge an admitted plugin by its wheel, and by the API that it was built for."""
    plugin = judged.plugin
    fault = judged.admitted and (_pin_fault(plugin, policy) or api_fault(plugin.api))
    if not fault:
        return judged
    return Admission(plugin, "refused", fault.found, fault.problem(plugin))


def _pin_fault(plugin: Plugin, policy: PluginPolicy) -> Fault | None:
    entry = _entry(plugin, policy) if policy.distributions else None
    if entry is None or not entry.hashes:
        return None
    from .wheel_pin import pin_fault  # noqa: PLC0415 - few lists have pins

    return pin_fault(plugin, entry.hashes)


def _doubles(plugins: Sequence[Plugin]) -> Iterator[tuple[str, Problem]]:
    """Yield each name that several plugins have, with the problem of it."""
    by_name: dict[str, list[Plugin]] = {}
    for plugin in plugins:
        by_name.setdefault(plugin.name, []).append(plugin)
    for name, claimants in by_name.items():
        if len(claimants) > 1:
            shown = " and ".join(f"{one.distribution} ({one.module})" for one in claimants)
            found = f"the name is claimed by {shown}; none of them is loaded"
            wanted, hint = "one owner of each plugin name", "uninstall one of them"
            yield name, Problem(None, found, wanted, None, hint, plugin=name)
