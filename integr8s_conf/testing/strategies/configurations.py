"""``configurations``: valid values of a section's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from ..resolved import resolved
from .catalogue_with import catalogue_with
from .key_values import key_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hypothesis.strategies import SearchStrategy

    from ...declare.catalogue import Catalogue
    from ...declare.declarations import Key
    from ...declare.section import Section
    from ...resolve.resolution import Resolution


def configurations(section: type[Section]) -> SearchStrategy[dict[str, Any]]:
    """Return valid values for keys of ``section``, as ``Settings(overrides=...)`` takes them.

    They follow from the declared types and rules. Required keys are always set, others now and
    then, computed ones never; rules between keys hold, with the defaults of the others.
    """
    return st.deferred(lambda: configurations_in(catalogue_with(section), section))


def configurations_in(
    catalogue: Catalogue, section: type[Section]
) -> SearchStrategy[dict[str, Any]]:
    """Return the same, judged in a given catalogue."""
    keys = [catalogue.keys[name] for name in catalogue.sections[section]]
    drawn = [(key, key_values(key)) for key in keys if not key.setting.computed]
    known = [(key, values) for key, values in drawn if key.required or not values.is_empty]
    sound = _some(known).map(lambda made: _with_rules_kept(catalogue, made))
    return sound.filter(lambda made: made is not None)  # type: ignore[return-value]


@st.composite
def _some(draw: st.DrawFn, drawn: Sequence[tuple[Key, SearchStrategy[Any]]]) -> dict[str, Any]:
    """Return values for about half of the keys, or for nearly all."""
    least = draw(st.sampled_from([1, 8]))
    # A choice for each key, and all before the values: so a failure shrinks to fewer keys.
    chosen = [one for one in drawn if draw(st.integers(0, 15)) >= least or one[0].required]
    return {key.name: draw(values) for key, values in chosen}


def _with_rules_kept(catalogue: Catalogue, values: dict[str, Any]) -> dict[str, Any] | None:
    """Return ``values`` without those that break a rule between keys; None where all must stay."""
    while breaking := set(_breaking(resolved(catalogue, values), values)):
        kept = {
            name: value
            for name, value in values.items()
            if name not in breaking or catalogue.keys[name].required
        }
        if kept.keys() == values.keys():
            return None
        values = kept
    return values


def _breaking(resolution: Resolution, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys whose values a broken rule, or Validator, has to do with.

    Such a rule is the only problem of a key that has a sound value. Any other is left: valid
    values of the keys are none, so whoever asks for them should see it.
    """
    for problem in resolution.problems:
        named = (problem.key, *(key for key, _ in problem.related))
        if problem.key in resolution.values:
            yield from values.keys() & set(_read_by(named, resolution))


def _read_by(names: Iterable[str | None], resolution: Resolution) -> Iterator[str]:
    """Yield keys, and those that they were computed from."""
    for name in names:
        if name is not None:
            yield name
            yield from _read_by(resolution.inputs.get(name, ()), resolution)
