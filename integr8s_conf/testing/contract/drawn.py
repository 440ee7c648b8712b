"""The tests that draw their values: they need hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hypothesis.strategies import SearchStrategy

    from .subject import Subject

_INSTALL = "install hypothesis for the tests that draw values"


def configurations_of(subject: Subject) -> Iterator[SearchStrategy[dict[str, Any]]]:
    """Yield the valid values of each section of the plugin, judged beside all that is installed."""
    pytest.importorskip("hypothesis", reason=_INSTALL)
    from ..strategies.configurations import configurations_in  # noqa: PLC0415

    for section in subject.alone.sections:
        yield configurations_in(subject.together, section)


def misconfigurations_of(subject: Subject) -> Iterator[SearchStrategy[Any]]:
    """Yield the values of each section of the plugin that must be refused."""
    pytest.importorskip("hypothesis", reason=_INSTALL)
    from ..strategies.misconfigurations import misconfigurations_in  # noqa: PLC0415

    for section in subject.alone.sections:
        yield misconfigurations_in(subject.together, section)


def checked_values_of(subject: Subject) -> Iterator[SearchStrategy[Any]]:
    """Yield, for each key with a check, the key with a value that the check has to answer for."""
    st: Any = pytest.importorskip("hypothesis.strategies", reason=_INSTALL)
    from ..strategies.type_values import type_values  # noqa: PLC0415

    for key in subject.keys:
        if key.setting.checks and key.setting.cast is None:
            values = type_values(key.annotation, key.setting)
            yield st.tuples(st.just(key), values)


def sound_values_of(subject: Subject) -> Iterator[SearchStrategy[Any]]:
    """Yield, for each rule of the plugin, the rule with values of its keys that are sound alone."""
    st: Any = pytest.importorskip("hypothesis.strategies", reason=_INSTALL)
    from ..strategies.key_values import key_values  # noqa: PLC0415
    from .answers import judges_of  # noqa: PLC0415

    keys = subject.together.keys
    for judge in judges_of(subject):
        drawn = {
            name: key_values(keys[name]).map(keys[name].check.from_value)
            for name in judge.keys
            if not keys[name].setting.computed
        }
        yield st.tuples(st.just(judge), st.fixed_dictionaries(drawn))


def for_each(
    strategies: Iterable[SearchStrategy[Any]], most: int, test: Callable[[Any], None]
) -> None:
    """Call ``test`` with values of each strategy, the same ones in each run."""
    for strategy in strategies:
        from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415

        run = settings(
            max_examples=most,
            deadline=None,
            database=None,
            derandomize=True,
            # To explain a failure takes longer than to find it, and says little of such values.
            phases=[phase for phase in settings().phases if phase is not Phase.explain],
            suppress_health_check=[HealthCheck.too_slow],
        )(given(strategy)(test))
        run()
