"""How things are timed: every subject in turn, many rounds, and the noise shown beside."""

from __future__ import annotations

import gc
import timeit
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter_ns
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Sampler = Callable[[], float]
    """Takes one sample: nanoseconds for one repetition of the work."""

UNROLLED = 10
"""How often a read statement stands in a loop's body, so that the loop itself weighs little."""


@dataclass(frozen=True, slots=True)
class Samples:
    """What was measured of one subject, one number a round, in nanoseconds or bytes."""

    values: tuple[float, ...]
    unit: str = "ns"

    @property
    def minimum(self) -> float:
        return min(self.values)

    @property
    def median(self) -> float:
        return median(self.values)

    def less(self, other: Samples) -> Samples:
        """Return these samples without the minimum of ``other``, a fixed cost."""
        return Samples(tuple(value - other.minimum for value in self.values), self.unit)


@dataclass(frozen=True, slots=True)
class Ratio:
    """One subject against another: of minima, of medians, and how the rounds spread."""

    minima: float
    medians: float
    low: float
    high: float


def compare(subject: Samples, other: Samples) -> Ratio:
    """Return how many times ``other`` the subject is; the spread is of the rounds, pair by pair."""
    pairs = [mine / yours for mine, yours in zip(subject.values, other.values, strict=False)]
    tenths = quantiles(pairs, n=10, method="inclusive") if len(pairs) > 1 else pairs
    return Ratio(
        subject.minimum / other.minimum, subject.median / other.median, tenths[0], tenths[-1]
    )


def interleave(subjects: Mapping[str, Sampler], rounds: int) -> dict[str, Samples]:
    """Sample every subject once a round, A B C A B C, after one round that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for number in range(rounds + 1):
        for name, sample in subjects.items():
            value = sample()
            if number:
                taken[name].append(value)
    return {name: Samples(tuple(values)) for name, values in taken.items()}


def calls(work: Callable[[], object], loops: int = 1) -> Sampler:
    """Return a sampler of ``work``, called ``loops`` times with the garbage collector off."""

    def sample() -> float:
        gc.collect()
        gc.disable()
        try:
            start = perf_counter_ns()
            for _ in range(loops):
                work()
            return (perf_counter_ns() - start) / loops
        finally:
            gc.enable()

    return sample


def reads(template: str, keys: Iterable[str], loops: int, **names: object) -> Sampler:
    """Return a sampler of ``template`` with each of the keys in the place of ``{key}``.

    The statements are compiled one after another into one loop, as a program would spell them:
    no function call stands between the clock and the read.
    """
    statements = [template.format(key=key) for key in keys] * UNROLLED
    timer = timeit.Timer("; ".join(statements), timer=perf_counter_ns, globals=names)
    return lambda: timer.timeit(loops) / (loops * len(statements))
