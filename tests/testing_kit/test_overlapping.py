"""Overrides of several tasks and threads: in any order, what is left in the end is what was."""

from __future__ import annotations

import asyncio
import warnings
from collections import ChainMap
from contextlib import ExitStack
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from integr8s_conf import ConfigWarning, settings
from integr8s_conf.testing import settings_override
from integr8s_sections.redis import Redis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def _as_before(unchanged: Callable[[], bool]) -> Iterator[None]:
    """In every test of this module, what was changed is put back."""
    yield
    assert unchanged()


DEFAULTS = {"REDIS_DB": 0, "REDIS_PORT": 6379}
CHANGES = st.fixed_dictionaries(
    {}, optional={"REDIS_DB": st.integers(1, 9), "REDIS_PORT": st.integers(1, 9)}
)


@profile(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.tuples(CHANGES, st.integers(0, 9)), min_size=1, max_size=4))
def test_what_is_in_force_is_what_has_not_ended(
    unchanged: Callable[[], bool], changes: list[tuple[dict[str, Any], int]]
) -> None:
    """The latest to begin is on top, whatever ends first: each has a number for its turn."""
    with ExitStack() as stack:
        turns = []
        for each, turn in changes:
            override = stack.enter_context(ExitStack())
            override.enter_context(settings_override(**each))
            turns.append((turn, len(turns), override, each))
        for one in sorted(turns, key=itemgetter(0, 1)):
            expected = ChainMap({}, *(each for *_, each in reversed(turns)), DEFAULTS)
            view = settings.section(Redis)
            for key in DEFAULTS:
                assert settings[key] == getattr(view, key) == expected[key]
            turns.remove(one)
            one[2].close()
        assert unchanged()


def test_override_that_is_not_valid_by_itself_keeps_what_it_needs_until_its_end() -> None:
    limit = settings_override(K8S_POD_MEMORY_LIMIT="512Mi")
    request = settings_override(K8S_POD_MEMORY_REQUEST="256Mi")
    with ExitStack() as below:
        below.enter_context(limit)
        with request:
            below.close()
            assert settings.K8S_POD_MEMORY_LIMIT == "512Mi"


def test_warning_of_a_change_is_not_given_again_when_another_ends() -> None:
    below = ExitStack()
    below.enter_context(settings_override(REDIS_DB=1))
    later = settings_override(KAFKA_HEARTBEAT_INTERVAL_MS=44_000)
    with pytest.warns(ConfigWarning):
        later.__enter__()
    with warnings.catch_warnings(record=True) as found:
        below.close()
        later.__exit__()
    assert found == []


async def hold(number: int, begun: asyncio.Event, may_end: asyncio.Event) -> None:
    with settings_override(REDIS_DB=number):
        begun.set()
        await may_end.wait()


async def first_in_first_out() -> list[int]:
    begun, may_end = ([asyncio.Event() for _ in range(3)] for _ in range(2))
    tasks, seen = [], []
    for number in range(3):
        tasks.append(asyncio.create_task(hold(number + 1, begun[number], may_end[number])))
        await begun[number].wait()
        seen.append(settings.REDIS_DB)
    for number in range(3):
        seen.append(settings.REDIS_DB)
        may_end[number].set()
        await tasks[number]
    return seen


def test_task_that_began_first_may_end_first() -> None:
    assert asyncio.run(first_in_first_out()) == [1, 2, 3, 3, 3, 3]


def test_tasks_that_are_cancelled_leave_nothing() -> None:
    async def cancelled() -> None:
        begun = asyncio.Event()
        tasks = [asyncio.create_task(hold(1, begun, asyncio.Event())) for _ in range(3)]
        await begun.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(cancelled())
