"""How a section declares its keys: records without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class _Missing(Enum):
    MISSING = "no default"

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing.MISSING
"""The default of a key that has none: it is required."""


class Setting(NamedTuple):
    """What a section says of one key beside its name and type; made by :func:`setting`."""

    default: Any = MISSING
    description: str = ""
    secret: bool = False
    computed: bool = False
    unit: str | None = None
    gt: Any = None
    ge: Any = None
    lt: Any = None
    le: Any = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    allow_inf_nan: bool = False
    checks: tuple[Callable[[Any], str | None], ...] = ()
    cast: Callable[[Any], Any] | None = None
    examples: tuple[Any, ...] = ()
    renamed_from: tuple[str, ...] = ()
    renamed_in: str | None = None
    deprecated: str | bool = False
    deprecated_in: str | None = None
    removed_in: str | None = None
    distinct: bool = False
    per_worker: bool = True

    def __repr__(self) -> str:
        hidden = ("default", "examples") if self.secret else ()
        given = (
            f"{name}={value!r}"
            for name, value in self._asdict().items()
            if name not in hidden and value != self._field_defaults[name]
        )
        return f"setting({', '.join(given)})"


def setting(
    default: Any = MISSING,
    description: str = "",
    *,
    secret: bool = False,
    computed: bool = False,
    unit: str | None = None,
    gt: Any = None,
    ge: Any = None,
    lt: Any = None,
    le: Any = None,
    min_length: int | None = None,
    max_length: int | None = None,
    pattern: str | None = None,
    allow_inf_nan: bool = False,
    check: Callable[[Any], str | None] | Sequence[Callable[[Any], str | None]] = (),
    cast: Callable[[Any], Any] | None = None,
    examples: Sequence[Any] = (),
    renamed_from: str | Sequence[str] | None = None,
    renamed_in: str | None = None,
    deprecated: str | bool = False,
    deprecated_in: str | None = None,
    removed_in: str | None = None,
    distinct: bool = False,
    per_worker: bool = True,
) -> Any:
    """Declare one key of a section; its type is the annotation beside it.

    Args:
        default: The value where no layer sets the key; none makes the key required. A callable is
            called for each instance.
        description: One line for readers of documentation and errors.
        secret: The value is a :class:`Secret`, masked wherever it is shown; ``str`` keys only.
        computed: The value comes from a function that a plugin gives in ``integr8s_computed``.
        unit: The unit of a number, such as ``milliseconds``.
        gt: The value must be greater than this.
        ge: The value must be at least this.
        lt: The value must be less than this.
        le: The value must be at most this.
        min_length: The least number of characters or items.
        max_length: The greatest number of characters or items.
        pattern: A regular expression that the whole text must match.
        allow_inf_nan: Whether a float may be infinite or not a number.
        check: One function or several, each from the value to a text that says what is wanted, or
            None where the value is good. The first line of a function's docstring documents it.
        cast: Turns what a layer holds into the value, for types that the framework does not know.
        examples: Values that documentation and hints show.
        renamed_from: The key's former name, or several; still accepted, with a warning.
        renamed_in: The version of the plugin's distribution that has the new name.
        deprecated: True, or what to use instead; setting the key warns.
        deprecated_in: The version of the distribution since which it warns.
        removed_in: The version of the distribution that will not take the former name, or the
            deprecated key, any more.
        distinct: No two workers of a deployment may share a value; ``integr8s-conf check`` compares
            them.
        per_worker: False where all workers share one value: no override file may set the key.

    """
    checks = (check,) if callable(check) else tuple(check)
    former = (renamed_from,) if isinstance(renamed_from, str) else tuple(renamed_from or ())
    limits = (gt, ge, lt, le, min_length, max_length, pattern, allow_inf_nan)
    history = (former, renamed_in, deprecated, deprecated_in, removed_in)
    return Setting(
        default,
        description,
        secret,
        computed,
        unit,
        *limits,
        checks,
        cast,
        tuple(examples),
        *history,
        distinct,
        per_worker,
    )


@dataclass(frozen=True, slots=True)
class Removed:
    """What a section says of a key that it no longer has; made by :func:`removed`."""

    instead: str
    version: str
    secret: bool = False

    def __get__(self, view: object, _: type[Section]) -> Removed:
        """Refuse to be read of a view: there is no value."""
        if view is None:
            return self
        raise AttributeError(f"the key was removed in version {self.version}: {self.instead}")


def removed(instead: str, *, version: str, secret: bool = False) -> Removed:
    """Declare that a key is gone: setting it is a problem that says what to do instead.

    Args:
        instead: What to do, such as ``mail is no longer spooled; use MAIL_ROUTES``.
        version: The first version of the plugin's distribution without the key.
        secret: The key was a secret, so its variable without prefix is a problem too.

    """
    return Removed(instead, version, secret)


class Section:
    """The keys of one concern: subclass it, and annotate each key with its type.

    ``settings.section(Kafka)`` gives a frozen view, an instance of ``Kafka`` whose attributes are
    the values.
    """

    __slots__ = ()

    def __new__(cls, *_: object, **__: object) -> Self:
        """Refuse: a section is read, not made."""
        raise TypeError(
            f"{cls.__name__} declares keys; read them with settings.section({cls.__name__})"
        )
