"""What a key that is declared otherwise than in the lock does to the files of a deployment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostic import Diagnostic, Level
from ..origin import LayerKind
from ..problems import Problem
from .comparison import ACCEPT
from .use import NOBODYS
from .words import default_words, fewer, how_to_set, type_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..origin import Origin
    from .changes import ChangedKey
    from .comparison import Comparison
    from .entry import LockedKey
    from .use import Use
    from .words import Topic

_IN_TOML = (LayerKind.BASE_FILE, LayerKind.OVERRIDE_FILE)


class Change(NamedTuple):
    """A key that both the lock and a plugin have."""

    changed: ChangedKey
    before: LockedKey
    now: LockedKey
    comparison: Comparison

    @property
    def use(self) -> Use:
        """What the deployment makes of keys."""
        return self.comparison.use

    def finding(
        self, rule: str, level: Level, origin: Origin, found: str, wanted: str, hint: str = ACCEPT
    ) -> Diagnostic:
        """Return a finding about the key."""
        name, plugin = self.changed.name, self.changed.plugin
        return Diagnostic(rule, level, Problem(name, found, wanted, origin, hint, plugin=plugin))


def change_findings(change: Change) -> Iterator[Diagnostic]:
    """Yield a finding for each thing that touches a file, and one for all that touches none."""
    untouched: list[str] = []
    for topic, text in change.changed.topics.items():
        found = list(_FINDERS[topic](change)) if topic in _FINDERS else []
        yield from found
        if not found:
            untouched.append(text)
    if untouched:
        origin, said = change.comparison.line(change.changed), "; ".join(untouched)
        yield change.finding("changed-declaration", "warning", origin, said, "")


def _renamed(change: Change) -> Iterator[Diagnostic]:
    old, name = change.changed.former, change.changed.name
    for origin in change.use.places_of_former(old, name):
        found, hint = f"its former name {old}", f"rename {old} to {name}"
        if origin.layer in _IN_TOML:
            hint = f"{hint}: integr8s-conf migrate"
        yield change.finding("renamed-key", "warning", origin, found, f"the name {name}", hint)


def _type(change: Change) -> Iterator[Diagnostic]:
    refused = {one.origin for one in change.use.refused(change.changed.name)}
    found = f"a value for {type_words(change.before)}"
    wanted = f"one for {type_words(change.now)}"
    for origin in change.use.places(change.changed.name):
        broken = origin in refused
        hint = "write it as the type wants it" if broken else "look whether it still means the same"
        level: Level = "error" if broken else "warning"
        yield change.finding("changed-type", level, origin, found, wanted, hint)


def _rules(change: Change) -> Iterator[Diagnostic]:
    more = fewer(change.now.rules, change.before.rules)
    less = fewer(change.before.rules, change.now.rules)
    wanted = f"{more}, which {f'was {less}' if less else 'is new'}"
    for refused in change.use.refused(change.changed.name) if more else ():
        hint = "; ".join(filter(None, (refused.hint, _way_back(change))))
        origin = refused.origin
        if origin is None or origin.layer in NOBODYS:
            origin = change.comparison.line(change.changed)
        one = change.finding("tightened-rule", "error", origin, refused.found, wanted, hint)
        yield one._replace(problem=replace(one.problem, related=refused.related))


def _way_back(change: Change) -> str:
    """Return what else than a change of the files there is: to stay with what the lock has."""
    before = change.comparison.release_before(change.changed.former_plugin)
    now = change.comparison.release(change.changed.plugin)
    return "" if before == now else f"or stay with {before}"


def _default(change: Change) -> Iterator[Diagnostic]:
    name, use = change.changed.name, change.use
    where = use.by_default(name)
    if not where:
        return
    secret = change.before.secret or change.now.secret
    was, has = (default_words(one, secret=secret) for one in (change.before, change.now))
    if was == has:
        return
    followers = use.followers(name)
    follow = f"; {' and '.join(followers)} {_is(len(followers))} computed from it"
    found = f"{has} by default for {use.said(where)}{follow if followers else ''}"
    hint = (
        f"to keep it, set {name} to {was}"
        if change.before.default_digest and not secret
        else ACCEPT
    )
    origin = change.comparison.line(change.changed, "default")
    wanted = f"{was}, which was the default"
    yield change.finding("changed-default", "warning", origin, found, wanted, hint)


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _required(change: Change) -> Iterator[Diagnostic]:
    where = change.use.without(change.changed.name)
    if change.now.required and where:
        found = f"a key without default now, and missing for {change.use.said(where)}"
        wanted, origin = type_words(change.now), change.comparison.line(change.changed)
        hint = how_to_set(change.now)
        yield change.finding("new-required-key", "error", origin, found, wanted, hint)


def _secret(change: Change) -> Iterator[Diagnostic]:
    for origin in change.use.places(change.changed.name) if change.now.secret else ():
        if origin.layer in _IN_TOML:
            hint = "move it to a secret file or a variable, and give it another value"
            found, wanted = "a secret in a file that is committed", "no value in this file"
            yield change.finding("became-secret", "warning", origin, found, wanted, hint)


def _deprecated(change: Change) -> Iterator[Diagnostic]:
    said = change.now.deprecated
    for origin in change.use.places(change.changed.name) if said else ():
        yield change.finding("deprecated-key", "warning", origin, said, "the key left out")


_FINDERS: Mapping[Topic, Callable[[Change], Iterator[Diagnostic]]] = {
    "name": _renamed,
    "type": _type,
    "rules": _rules,
    "default": _default,
    "required": _required,
    "secret": _secret,
    "deprecated": _deprecated,
}
