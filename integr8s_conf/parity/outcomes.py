"""What comparisons find, in a process whose environment is theirs to set."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..problems import Problem
from ..resolve.resolve import resolve
from .compared import Known, compared
from .named_values import unwrapped
from .side import Side, side_of, side_of_target
from .target import forget
from .task import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..resolve.resolution import Resolution
    from .target import Target
    from .task import Subject, Task


def outcomes_of(tasks: Sequence[Task], subject: Subject, folder: str) -> list[Outcome]:
    """Compare for tasks that have the same variables, with the objects' modules imported anew."""
    for target in filter(None, (subject.theirs, subject.ours)):
        forget(target, folder)
    return [_outcome_of(one, subject, folder) for one in tasks]


def outcomes_without_answer(tasks: Iterable[Task], subject: Subject, said: str) -> list[Outcome]:
    """Return what is found where theirs ended its process, or never came to an end."""
    theirs = Side({}, (Problem(None, said, ""),))
    found = []
    for one in tasks:
        resolution = _resolved(one)
        found.append(_outcome(one, resolution, side_of(resolution), theirs, subject))
    return found


def _outcome_of(task: Task, subject: Subject, folder: str) -> Outcome:
    resolution = _resolved(task)
    theirs = _asked(subject.theirs, task, folder, resolution, subject)
    if subject.ours is None:
        ours = side_of(resolution)
    else:
        ours = _asked(subject.ours, task, folder, resolution, None)
    return _outcome(task, resolution, ours, theirs, subject)


def _resolved(task: Task) -> Resolution:
    return resolve(task.combination.request._replace(environ=task.environ))


def _asked(
    target: Target, task: Task, folder: str, resolution: Resolution, subject: Subject | None
) -> Side:
    """Return the side of an object that finds the process as it would be started."""
    os.environ.clear()
    os.environ.update(task.environ)
    os.chdir(folder)
    names = subject.names if subject else {}
    return side_of_target(target, task.paths, resolution.catalogue.keys, names)


def _outcome(
    task: Task, resolution: Resolution, ours: Side, theirs: Side, subject: Subject
) -> Outcome:
    known = Known(
        resolution.hidden,
        resolution.origin,
        tuple(dict.fromkeys(_secrets(task, resolution, theirs))),
        subject.ignored,
    )
    accept = not (ours.refusals or theirs.refusals)
    found = tuple(compared(ours, theirs, known))
    return Outcome(task.combination.name, task.variation.kinds, accept, found)


def _secrets(task: Task, resolution: Resolution, theirs: Side) -> Iterator[str]:
    """Yield every text that the secrets have on either side."""
    hidden = resolution.hidden
    defaults = resolution.catalogue.defaults
    sources: tuple[Any, ...] = (task.environ, defaults, resolution.values, theirs.values)
    for values in sources:
        for name in hidden & values.keys():
            text = unwrapped(values[name])
            if isinstance(text, str) and text:
                yield str(text)
