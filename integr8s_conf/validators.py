"""dynaconf's Validators: refused where they would write, and run without a trace."""

from __future__ import annotations

import copy
import inspect
from typing import TYPE_CHECKING, Any, NamedTuple

from .convert.frozen import thaw
from .engine import DEFAULT_CAST, CombinedValidator, ValidationError, conditions, empty
from .lookup import MISSED, key_of, lookup
from .secret import shy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class RefusedValidatorError(Exception):
    """A Validator that does more than check; ``hint`` says what to write instead."""

    def __init__(self, key: str | None, hint: str) -> None:
        super().__init__(hint)
        self.key = key
        self.hint = hint


class _Values:
    """Values in the form in which Validators check a mapping; what they write goes nowhere."""

    __slots__ = ("_values",)

    current_env = "main"
    loaded_by_loaders: Mapping[Any, Any] = {}

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def get(self, key: Any, default: Any = None) -> Any:
        found = lookup(self._values, key)
        return default if found is MISSED else thaw(shy(found))

    def __setitem__(self, key: str, value: Any) -> None:
        """Do nothing: a Validator sets what it has just read."""


class CheckedValidator(NamedTuple):
    """A Validator for one key, or a combination for several; the first is the one it speaks of."""

    keys: tuple[str, ...]
    validator: Any

    def failure(self, values: Mapping[str, Any]) -> str | None:
        """Return what is wrong with ``values``, or None; secrets in it stay masked.

        Whatever the author's code raises passes through.
        """
        try:
            self.validator.validate(_Values(values))
        except ValidationError as error:
            return str(error).replace(" in env main", "")
        return None

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def checked_validators(validator: Any) -> list[CheckedValidator]:
    """Return ``validator`` as those that speak of one key each; a combination stays whole.

    Raises:
        RefusedValidatorError: It would write, or has no key.
    """
    parts = list(_parts(validator))
    for part in parts:
        _refuse_writing(part)
    keys = tuple(dict.fromkeys(key_of(name) for part in parts for name in part.names))
    if isinstance(validator, CombinedValidator):
        return [CheckedValidator(keys, _private(validator))]
    conditional = tuple(key for key in keys if key not in map(key_of, validator.names))
    return [
        CheckedValidator((key_of(name), *conditional), _private(validator, names=(name,)))
        for name in validator.names
    ]


def _parts(validator: Any) -> Iterator[Any]:
    """Yield the single Validators of a combination, and those that they depend on."""
    if isinstance(validator, CombinedValidator):
        for part in validator.validators:
            yield from _parts(part)
    else:
        yield validator
        if validator.when is not None:
            yield from _parts(validator.when)


def _refuse_writing(validator: Any) -> None:
    names = validator.names
    if not names or not all(isinstance(name, str) for name in names):
        raise RefusedValidatorError(None, "name the keys that the Validator checks")
    hint = _fault_of(validator)
    if hint is None and validator.envs is not None:
        hint = 'drop env=, and write when=Validator("ENVIRONMENT", eq="production")'
    if hint is not None:
        raise RefusedValidatorError(key_of(names[0]), hint)


def _fault_of(validator: Any) -> str | None:
    """Return what to change of a Validator, or of one for the items of its value."""
    if validator.default is not empty:
        return "drop default= of the Validator; give the default in setting()"
    if validator.cast is not DEFAULT_CAST:
        return "drop cast= of the Validator; give the cast in setting()"
    for operation in validator.operations:
        if not hasattr(conditions, operation):
            return f"{operation}= is no condition of dynaconf's"
    if inspect.iscoroutinefunction(validator.condition):
        return "write the condition without async"
    faults = (_fault_of(part) for item in validator.items_validators for part in _parts(item))
    return next((fault for fault in faults if fault), None)


def _private(validator: Any, **changes: Any) -> Any:
    """Return a copy, inside too: dynaconf writes to the Validators that it runs."""
    own = copy.copy(validator)
    own.messages = dict(validator.messages)
    own.items_validators = [_private(item) for item in validator.items_validators]
    if isinstance(validator, CombinedValidator):
        own.validators = tuple(_private(part) for part in validator.validators)
    else:
        own.when = validator.when and _private(validator.when)
        own.condition = validator.condition and _named(validator.condition)
    for name, value in changes.items():
        setattr(own, name, value)
    return own


def _named(condition: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a condition that has a name: dynaconf's message wants one."""
    if hasattr(condition, "__name__"):
        return condition

    def named(value: Any) -> Any:
        return condition(value)

    named.__name__ = type(condition).__name__
    return named
