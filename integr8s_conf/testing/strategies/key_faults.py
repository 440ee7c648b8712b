"""What can be wrong with the value of one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from ...convert.declared import unwrapped
from .key_values import seeds_of
from .mutations import mutated
from .wrong_type_values import WrongValues, wrong_type_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...declare.declarations import Key
    from ...declare.section import Setting

_PROBES: dict[Any, list[Any]] = {
    str: ["", " ", "\t\n", "\u2003", "?", "0", "a b", "x" * 1000, "\0", "é"],
    int: [0, -1, 1, 2, 3, 7, 1000, 10**6, 10**9, -(10**9)],
    float: [0.0, -1.0, 1.0, 0.5, 3.25, 1e9, -1e9, 1e-9],
    list[str]: [[], [""], [" "], ["?"], ["x", "x"], ["x" * 1000]],
}
"""Type -> values of it; those that an author's check refuses are wrong for the key."""


def key_faults(key: Key) -> Iterator[WrongValues]:
    """Yield the faults that follow from a key's type, its bounds, and its author's checks.

    Whatever a key with ``cast=`` is given, its cast may take.
    """
    setting = key.setting
    if setting.cast is not None:
        return
    yield from wrong_type_values(key.annotation, setting)
    for check in setting.checks:
        yield from _refused_by(check, key, setting)


def _refused_by(
    check: Callable[[Any], str | None], key: Key, setting: Setting
) -> Iterator[WrongValues]:
    """Yield values of the type that a check refuses, where one is found."""

    def refuses(value: Any) -> bool:
        try:
            said: Any = check(value)
        except Exception:  # noqa: BLE001 - an author's code may raise anything
            return True
        return said is False or (isinstance(said, str) and said != "")

    annotation = unwrapped(key.annotation)
    optional = annotation == str | None
    type_ = str if optional else annotation
    refused = [
        probe
        for probe in _PROBES.get(type_, [])
        if refuses(probe) and not (optional and probe == "")
    ]
    if not refused:
        return
    seeds = [] if setting.secret else seeds_of(key)
    near = [mutated(seed) for seed in seeds if isinstance(seed, str | list)]
    texts = [st.text(min_size=1)] if type_ is str else []
    values = st.one_of(st.sampled_from(refused), *near, *texts)
    yield WrongValues(
        "a value that its check refuses",
        values.map(lambda value: value if refuses(value) else refused[0]),
    )
