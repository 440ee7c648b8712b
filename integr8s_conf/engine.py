"""dynaconf's part: it takes the layers, keeps their history, and answers its own command line.

The only module that knows dynaconf, by its public names and by its inner ones.
"""

from __future__ import annotations

import copy
import json
import os
import sys
import weakref
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from .convert.frozen import thaw
from .dynaconf_constants import CONSTANTS
from .lookup import MISSED, lookup
from .problems import FrozenSettingsError
from .secret import MASK, mask_user_info, shy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .resolve.layer import Layer


@contextmanager
def _options_hidden() -> Iterator[None]:
    """Hide dynaconf's variables: it reads them when it is imported, and a bad one would crash it."""
    hidden = {
        name: os.environ.pop(name)
        for name in list(os.environ)
        if name.endswith("_FOR_DYNACONF") or name.startswith("DYNACONF_")
    }
    try:
        yield
    finally:
        os.environ.update(hidden)


with _options_hidden():
    from dynaconf import LazySettings, ValidationError, Validator
    from dynaconf import validator_conditions as _conditions
    from dynaconf.base import DynaconfCore
    from dynaconf.base import Settings as DynaconfSettings
    from dynaconf.loaders.base import SourceMetadata
    from dynaconf.utils.functional import empty
    from dynaconf.validator import DEFAULT_CAST, CombinedValidator
    from dynaconf.vendor.click import ClickException, echo, get_current_context

__all__ = [
    "CheckedValidator",
    "Core",
    "LazySettings",
    "Validator",
    "checked_validators",
    "dynaconf_command",
    "refusal",
    "tell",
    "validator_view",
]

ADVICE = "settings are frozen; use settings.replace(KEY=value), or Settings(overrides={...})"

_CASTS: dict[str, Callable[[Any], Any]] = {
    "@bool": lambda value: str(value).strip().lower() in ("true", "1", "yes", "on", "t", "y"),
    "@float": float,
    "@int": int,
    "@json": json.loads,
    "@str": str,
}


def _refuse(*_: object, **__: object) -> NoReturn:
    raise FrozenSettingsError(ADVICE)


class Core(DynaconfSettings):  # type: ignore[misc]
    """One load inside dynaconf: the layers in its store, each of them in its history."""

    def __init__(self, layers: Sequence[Layer] = ()) -> None:
        # A proxy, so that an instance nobody needs any more is freed at once.
        inner = DynaconfCore("main", box_settings=weakref.proxy(self), dynaboxify=False)
        object.__setattr__(self, "__core__", inner)
        object.__setattr__(self, "hidden", frozenset())
        object.__setattr__(self, "layers", ())
        self.execute_loaders(loaders=layers)

    def execute_loaders(
        self,
        env: object = None,
        silent: object = None,
        key: object = None,
        filename: object = None,
        loaders: Sequence[Layer] | None = None,
    ) -> None:
        """Take the layers in order, each one whole: a later layer's value replaces an earlier."""
        for layer in loaders or ():
            self.__core__.store.update(layer.values)
            if layer.path is not None:
                self.__core__.config.loaded_files.append(layer.path)
        object.__setattr__(self, "layers", tuple(loaders or ()))

    @property
    def loaded_by_loaders(self) -> dict[Any, Any]:
        """The history: what each layer gave, lowest first, secrets masked."""
        history = self.__core__.config.loaded_by_loaders
        if not history:
            for layer in self.layers:
                source = SourceMetadata(str(layer.kind), layer.name, "main")
                history[source] = {
                    key: self.masked(key, value) for key, value in layer.values.items()
                }
        return history  # type: ignore[no-any-return]

    def publish(self, values: dict[str, Any], hidden: frozenset[str]) -> None:
        """Take the resolved values in place of the raw ones; ``hidden`` are the secret keys."""
        self.__core__.store = values
        object.__setattr__(self, "hidden", hidden)

    def get(
        self,
        key: str,
        default: Any = None,
        cast: Any = None,
        fresh: bool = False,
        dotted_lookup: Any = True,
        parent: Any = None,
        sysenv_fallback: Any = None,
    ) -> Any:
        """Return the value of ``key``, in any case and with dots into tables, or ``default``."""
        value = lookup(self.store if parent is None else parent, key)
        if value is MISSED:
            value = CONSTANTS.get(key.upper(), default)
        if cast is None or value is None:
            return value
        convert = _CASTS.get(cast) if isinstance(cast, str) else cast
        if not callable(convert):
            raise ValueError(f"cast={cast!r} is not supported; use {', '.join(_CASTS)}")
        return convert(value)

    def as_dict(
        self, env: object = None, internal: bool = False, *, reveal: bool = False
    ) -> dict[str, Any]:
        """Return every resolved key; secrets masked unless ``reveal``."""
        options = CONSTANTS if internal else {}
        values = {key: thaw(value) for key, value in self.store.items()}
        if not reveal:
            values = {key: self.masked(key, value) for key, value in values.items()}
        return {**values, **options}

    to_dict = as_dict

    def masked(self, key: str, value: Any) -> Any:
        if key in self.hidden and value is not None:
            return MASK
        return mask_user_info(value) if type(value) is str else value

    def from_env(self, env: str = "", keep: bool = False, **_: Any) -> Core:
        """Return a scratch view that Validators may write to; there is one environment only."""
        return _Scratch(self)

    def set(self, key: str, value: Any, *_: Any, **options: Any) -> None:
        """Refuse, but for the value that is there: a Validator sets what it has just read."""
        if options.get("loader_identifier") != "validator" or self.get(key, MISSED) is not value:
            _refuse()

    def setdefault(self, item: str, default: Any, *_: Any, **__: Any) -> Any:
        """Return the value; refuse to set one."""
        value = self.get(item, MISSED)
        if value is not MISSED:
            return value
        if default is not empty:
            _refuse()
        return default

    def setenv(self, env: object = None, *_: object, **__: object) -> None:
        """Do nothing: there is one environment only."""

    namespace = setenv

    @contextmanager
    def using_env(self, env: object, *_: object, **__: object) -> Iterator[None]:
        """Do nothing: there is one environment only."""
        yield

    using_namespace = using_env

    @property
    def _root_path(self) -> str | None:
        files = self.__core__.config.loaded_files
        return str(Path(files[0]).parent) if files else None

    def __contains__(self, item: object) -> bool:
        return isinstance(item, str) and lookup(self.store, item) is not MISSED

    def __getattr__(self, name: str) -> Any:
        value = MISSED if name.startswith("__") else lookup(self.store, name)
        if value is MISSED:
            raise AttributeError(name)
        return value

    def __getitem__(self, key: str) -> Any:
        value = self.get(key, MISSED)
        if value is MISSED:
            raise KeyError(key)
        return value

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("settings do not pickle: they hold secrets; load them in the other process")

    update = unset = unset_all = clean = reload = load_file = configure = _refuse
    __setitem__ = __delitem__ = __setattr__ = __delattr__ = _refuse


for _name, _value in CONSTANTS.items():
    setattr(Core, _name, _value)


class _Scratch(Core):
    """A copy that Validators may write to; secrets in it are masked wherever they are formatted."""

    def __init__(self, original: Core) -> None:
        super().__init__(original.layers)
        values = {key: shy(value) for key, value in original.store.items()}
        self.publish(values, original.hidden)

    def set(self, key: str, value: Any, *_: Any, **__: Any) -> None:
        self.store[key.upper()] = value

    def setdefault(self, item: str, default: Any, *_: Any, **__: Any) -> Any:
        value = self.get(item, MISSED)
        if value is not MISSED:
            return value
        if default is empty:
            return default
        return self.store.setdefault(item.upper(), default)


class _Values(dict[str, Any]):
    """Values in the form in which dynaconf's Validators check a mapping."""

    current_env = "main"
    loaded_by_loaders: Mapping[Any, Any] = {}

    def get(self, key: Any, default: Any = None) -> Any:
        found = lookup(self, key)
        return default if found is MISSED else found

    def from_env(self, env: str) -> _Values:
        return self


@dataclass(frozen=True, slots=True)
class CheckedValidator:
    """A Validator of dynaconf's for one key, or a combination of several, that never writes."""

    keys: tuple[str, ...]
    validator: Any = field(repr=False)

    def failure(self, view: Any) -> str | None:
        """Return what is wrong with the values in ``view``, or None; its secrets stay masked."""
        try:
            self.validator.validate(view)
        except ValidationError as error:
            return str(error).removesuffix(" in env main")
        except Exception as error:
            return f"what the Validator accepts; it raised {type(error).__name__}: {error}"
        return None


def validator_view(values: Mapping[str, Any]) -> Any:
    """Return a copy of ``values`` that Validators may read, and write to without effect."""
    return _Values((key, shy(value)) for key, value in values.items())


def checked_validators(validator: Any) -> list[CheckedValidator]:
    """Return ``validator`` as one that speaks of one key each; raise ValueError where it writes."""
    parts = list(_parts(validator))
    for part in parts:
        _refuse_writing(part)
    keys = tuple(dict.fromkeys(name.split(".")[0].upper() for part in parts for name in part.names))
    if isinstance(validator, CombinedValidator):
        return [CheckedValidator(keys, validator)]
    singles = []
    for name in validator.names:
        single = copy.copy(validator)
        single.names = (name,)
        own = name.split(".")[0].upper()
        others = (
            key for key in keys if key not in {n.split(".")[0].upper() for n in validator.names}
        )
        singles.append(CheckedValidator((own, *others), single))
    return singles


def _parts(validator: Any) -> Iterator[Any]:
    if isinstance(validator, CombinedValidator):
        for part in validator.validators:
            yield from _parts(part)
    else:
        yield validator
    if validator.when is not None and not isinstance(validator.when, tuple):
        yield from _parts(validator.when)


def _refuse_writing(validator: Any) -> None:
    if not validator.names or not all(isinstance(name, str) for name in validator.names):
        raise ValueError("name the keys that the Validator checks")
    if validator.default is not empty:
        raise ValueError("drop default= of the Validator; give the default in setting()")
    if validator.cast is not DEFAULT_CAST:
        raise ValueError("drop cast= of the Validator; give the cast in setting()")
    for operation in validator.operations:
        if not hasattr(_conditions, operation):
            raise ValueError(f"{operation}= is no condition of dynaconf's")


def dynaconf_command() -> str | None:
    """Return the name of the command that dynaconf's command line is running, if it is."""
    cli = sys.modules.get("dynaconf.cli")
    context = get_current_context(silent=True) if cli else None
    if context is None or context.find_root().command is not cli.main:  # type: ignore[union-attr]
        return None
    return str(context.invoked_subcommand or context.info_name)


def refusal(error: Exception, command: str | None) -> Exception:
    """Return what to raise for ``error``: within dynaconf's command line, what that prints."""
    if command is None:
        return error
    refused: Exception = ClickException(str(error))
    return refused


def tell(text: str) -> None:
    """Write ``text`` to standard error, as dynaconf's command line writes."""
    echo(text, err=True)
