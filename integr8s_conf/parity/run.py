"""Runs all comparisons: each environment in a process of its own, as it is in a deployment."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from .apart import Ended, apart
from .outcomes import outcomes_of, outcomes_without_answer
from .target import TargetError, load, taken_paths
from .task import task

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..deployment.combination import Combination
    from .target import Target
    from .task import Outcome, Subject, Task
    from .variations import Variation

LONGEST = 30.0
"""The most seconds that an object may take in one environment."""


def run(
    subject: Subject,
    folder: str,
    pairs: Sequence[tuple[Combination, Variation]],
    seconds: float = LONGEST,
) -> tuple[Outcome, ...]:
    """Compare the objects for each combination of files with its variation of secrets.

    No module of the user's is imported in this process. Where an object takes too long, nothing
    more is compared.

    Raises:
        TargetError: An object that is to be compared is not there.

    """
    found = apart(partial(_run, subject, folder, pairs, seconds))
    if isinstance(found, TargetError):
        raise found
    if isinstance(found, Ended):
        raise TargetError(f"{subject.theirs}: {found.said}")
    return found


def _run(
    subject: Subject,
    folder: str,
    pairs: Iterable[tuple[Combination, Variation]],
    seconds: float,
) -> tuple[Outcome, ...] | TargetError:
    """Compare in forks of this process, for which it imports once what the objects' modules import.

    What is compared with the same variables is compared in the same fork.
    """
    sys.path.insert(0, folder)
    taken: list[frozenset[str]] = []
    for target in filter(None, (subject.theirs, subject.ours)):
        looked = apart(partial(_look, target), seconds)
        if isinstance(looked, TargetError):
            return looked
        if not isinstance(looked, Ended):
            _look(target)
        taken.append(frozenset() if isinstance(looked, Ended) else looked)
    by_argument = frozenset.intersection(*taken)
    tasks = [task(combination, variation, by_argument) for combination, variation in pairs]
    found: list[Outcome] = []
    for group in _by_variables(tasks):
        outcomes = apart(partial(outcomes_of, group, subject, folder), seconds)
        if not isinstance(outcomes, Ended):
            found += outcomes
            continue
        found += outcomes_without_answer(group, subject, outcomes.said)
        if outcomes.hung:
            break
    return tuple(found)


def _look(target: Target) -> frozenset[str] | TargetError:
    """Return which files an object takes; none where its module does not import as things are."""
    try:
        return taken_paths(load(target))
    except TargetError as error:
        return error
    except BaseException:  # noqa: BLE001 - a stranger's module may raise anything
        return frozenset()


def _by_variables(tasks: Iterable[Task]) -> Iterable[list[Task]]:
    groups: dict[frozenset[tuple[str, str]], list[Task]] = {}
    for one in tasks:
        groups.setdefault(frozenset(one.environ.items()), []).append(one)
    return groups.values()
