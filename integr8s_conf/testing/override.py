"""``settings_override``: the process's own settings, changed for a while."""

from __future__ import annotations

import inspect
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from ..process_settings import settings
from .overrides_in_force import Override, begin, end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..configuration import Settings

P = ParamSpec("P")
R = TypeVar("R")


class settings_override:  # noqa: N801 - used as a function is
    """Changes of the process's own ``settings``: for a block, a function, or a coroutine.

    ``with settings_override(MONGO_HOST="other"):`` or ``@settings_override(MONGO_HOST="other")``.
    The changed settings are checked as a whole, and computed values follow. In the end all is as
    it was: settings that had not been loaded will load at their next use.

    The whole process sees the changes, its other threads and tasks among them: they read the same
    settings as the application. Overrides within each other add up, in the order in which they
    began, and each may end before or after the others.

    Raises:
        ConfigError: The settings do not load, or the changed ones are not valid; nothing is
            changed then. It is raised when the block or the call begins.

    """

    def __init__(self, **changes: Any) -> None:
        self._changes = changes
        self._begun: list[Override] = []

    def __enter__(self) -> Settings:
        override = Override(self._changes)
        begin(override)
        self._begun.append(override)
        return settings

    def __exit__(self, *_: object) -> None:
        end(self._begun.pop())

    def __call__(self, function: Callable[P, R]) -> Callable[P, R]:
        """Return ``function`` with the changes in force during each call.

        Raises:
            TypeError: It is a class, or something else that is not over when its call is.

        """
        if isinstance(function, type) or not callable(function):
            raise TypeError(f"settings_override marks functions and methods, not {function!r}")
        if inspect.isasyncgenfunction(function):
            hint = "write 'with settings_override(...):' in it"
            raise TypeError(
                f"settings_override marks no async generator, as {function!r} is; {hint}"
            )
        return cast("Callable[P, R]", _wrapped(function, self))

    def anew(self) -> settings_override:
        """Return an override of the same changes, which has not begun."""
        return settings_override(**self._changes)

    def __repr__(self) -> str:
        return f"<settings_override of {', '.join(self._changes) or 'nothing'}>"


def _wrapped(function: Callable[..., Any], override: settings_override) -> Callable[..., Any]:
    """Return a function of the same kind; each call has an override of its own."""

    @wraps(function)
    def plain(*args: Any, **options: Any) -> Any:
        with override.anew():
            return function(*args, **options)

    @wraps(function)
    async def coroutine(*args: Any, **options: Any) -> Any:
        with override.anew():
            return await function(*args, **options)

    @wraps(function)
    def generator(*args: Any, **options: Any) -> Any:
        with override.anew():
            return (yield from function(*args, **options))

    if inspect.iscoroutinefunction(function):
        return coroutine
    return generator if inspect.isgeneratorfunction(function) else plain


@contextmanager
def overriding() -> Iterator[Callable[..., Settings]]:
    """Give a function that changes the settings at each call; in the end all is as it was."""
    with ExitStack() as stack:

        def change(**changes: Any) -> Settings:
            override = settings_override(**changes)
            del changes  # they may hold a secret, and a traceback shows the locals of this frame
            changed = override.__enter__()
            stack.push(override)
            return changed

        yield change
