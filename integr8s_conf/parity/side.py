"""One side of a comparison: the values by our keys, or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..display import cut, printable
from ..problems import ConfigError, Problem
from ..raised import raised
from .named_values import names_of, read
from .target import load, made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..resolve.resolution import Resolution
    from .target import Target

_LONGEST = 400
"""The most characters of an error's text."""


class Side(NamedTuple):
    """What a settings object gives."""

    values: Mapping[str, Any]
    """By our keys, in our order."""

    refusals: tuple[Problem, ...] = ()
    """Why it gives none, or not those of some keys; what they say may hold secrets."""

    unknown: tuple[str, ...] = ()
    """Its names that are none of our keys."""

    def __repr__(self) -> str:
        return f"<side of {len(self.values)} values>"


def side_of(resolution: Resolution) -> Side:
    """Return our side."""
    return Side(resolution.values, resolution.problems)


def side_of_target(
    target: Target, paths: Mapping[str, str], keys: Iterable[str], names: Mapping[str, str]
) -> Side:
    """Return the side of a settings object, made with files; ``names`` are its names by our keys.

    Whatever its module does to this process but kill it is a refusal.
    """
    try:
        found = made(load(target), paths)
        known = names_of(found)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a stranger's module may raise anything
        return Side({}, tuple(refusals(error)))
    called = _called(keys, known, names)
    values: dict[str, Any] = {}
    unread: list[Problem] = []
    for key, name in called.items():
        try:
            values[key] = read(found, name)
        except (AttributeError, LookupError):
            continue
        except Exception as error:  # noqa: BLE001 - as above: a property's function
            unread.append(Problem(key, raised(error), ""))
    used = {name.partition(".")[0] for name in called.values()}
    return Side(values, tuple(unread), tuple(name for name in known if name not in used))


def _called(keys: Iterable[str], known: Iterable[str], names: Mapping[str, str]) -> dict[str, str]:
    """Return what each key is called there: as is said, in its own case, else in any."""
    exact = set(known)
    folded = {name.upper(): name for name in known}
    return {key: names.get(key) or (key if key in exact else folded.get(key, key)) for key in keys}


def refusals(error: BaseException) -> Iterator[Problem]:
    """Yield why a settings object gives no values: each of its errors, as far as it tells them."""
    if isinstance(error, ConfigError):
        yield from error.problems
        return
    try:
        for one in error.errors():  # type: ignore[attr-defined]  # pydantic's
            key = ".".join(map(str, one["loc"]))
            yield Problem(key or None, cut(printable(str(one["msg"])), _LONGEST), "")
    except Exception:  # noqa: BLE001 - the error of another library
        yield Problem(None, raised(error), "")
