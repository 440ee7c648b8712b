"""dynaconf's part: it takes the layers, keeps their history, and answers its own command line.

The only module that knows dynaconf, by its public names and by its inner ones.
"""

from __future__ import annotations

import json
import os
import weakref
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from .convert.frozen import thaw
from .display import plain, without_user_info
from .dynaconf_constants import CONSTANTS
from .later_jinja import jinja_imported_later
from .lookup import MISSED, key_of, lookup
from .problems import FrozenSettingsError
from .secret import MASK, shy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .resolve.layer import Layer


@contextmanager
def _options_hidden() -> Iterator[None]:
    """Hide dynaconf's variables: its import reads them, and a bad one would crash it."""
    hidden = {
        name: os.environ.pop(name)
        for name in list(os.environ)
        if name.endswith("_FOR_DYNACONF") or name.startswith("DYNACONF_")
    }
    try:
        yield
    finally:
        os.environ.update(hidden)


with _options_hidden(), jinja_imported_later():
    from dynaconf import LazySettings, ValidationError, Validator
    from dynaconf import validator_conditions as conditions
    from dynaconf.base import DynaconfCore
    from dynaconf.base import Settings as DynaconfSettings
    from dynaconf.loaders.base import SourceMetadata
    from dynaconf.utils.functional import empty
    from dynaconf.validator import DEFAULT_CAST, CombinedValidator
    from dynaconf.vendor.click import ClickException, echo, get_current_context

__all__ = [
    "DEFAULT_CAST",
    "CombinedValidator",
    "Core",
    "LazySettings",
    "ValidationError",
    "Validator",
    "conditions",
    "dynaconf_command",
    "empty",
    "refusal",
    "refuse_change",
    "refuse_to_pickle",
    "tell",
]

_CASTS: dict[str, Callable[[Any], Any]] = {
    "@bool": lambda value: str(value).strip().lower() in ("true", "1", "yes", "on", "t", "y"),
    "@float": float,
    "@int": int,
    "@json": json.loads,
    "@str": str,
}


def refuse_change(*_: object, **__: object) -> NoReturn:
    """Refuse to change settings, whatever the arguments."""
    del _, __  # they may hold a secret, and a traceback shows the locals of this frame
    raise FrozenSettingsError(
        "settings are frozen; use settings.replace(KEY=value), or Settings(overrides={...})"
    )


def refuse_to_pickle(*_: object) -> NoReturn:
    """Refuse to pickle settings."""
    raise TypeError("settings do not pickle: they hold secrets; load them in the other process")


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
        self, *_: object, loaders: Sequence[Layer] | None = None, **__: object
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
        *_: object,
        parent: Any = None,
        **__: object,
    ) -> Any:
        """Return the value of ``key``, in any case and with dots into tables, or ``default``."""
        value = lookup(self.store if parent is None else parent, key)
        if value is MISSED:
            value = CONSTANTS.get(key.upper(), default)
        if cast is None or value is None:
            return value
        convert = _CASTS.get(cast) if isinstance(cast, str) else cast
        if convert is None:
            raise ValueError(f"cast={cast!r} is not supported; use {', '.join(_CASTS)}")
        return convert(value)

    def as_dict(
        self,
        env: object = None,  # noqa: ARG002 - dynaconf names it; there is one environment only
        internal: bool = False,
        *,
        reveal: bool = False,
    ) -> dict[str, Any]:
        """Return every resolved key; secrets masked unless ``reveal``."""
        options = CONSTANTS if internal else {}
        values = {key: thaw(value) for key, value in self.store.items()}
        if not reveal:
            values = {key: self.masked(key, value) for key, value in values.items()}
        return {**values, **options}

    to_dict = as_dict

    def masked(self, key: str, value: Any) -> Any:
        """Return what may be shown of ``value``, which is that of ``key`` or of a part of it."""
        if key_of(key) in self.hidden and value is not None:
            return MASK
        if value is empty:
            return value
        return without_user_info(value) if dynaconf_command() is None else plain(value)

    @property
    def current_env(self) -> str:
        """The one environment that there is; not to ``validate``, which so asks ``from_env``."""
        return "main" if dynaconf_command() != "validate" else "settings"

    def from_env(self, *_: object, **__: object) -> Core:
        """Return a scratch view that Validators may write to; there is one environment only."""
        return _Scratch(self)

    def set(self, key: str, value: Any, *_: Any, **options: Any) -> None:
        """Refuse, but for the value that is there: a Validator sets what it has just read."""
        same = self.get(key, MISSED) is value
        del value  # it may be a secret, and a traceback shows the locals of this frame
        if not same or options.get("loader_identifier") != "validator":
            refuse_change()

    def setdefault(self, item: str, default: Any, *_: Any, **__: Any) -> Any:
        """Return the value; refuse to set one."""
        value = self.get(item, MISSED)
        if value is not MISSED:
            return value
        if default is not empty:
            refuse_change()
        return default

    def setenv(self, *_: object, **__: object) -> None:
        """Do nothing: there is one environment only."""

    namespace = setenv

    @property
    def settings_module(self) -> None:
        """Nothing: dynaconf loads no module for us."""

    settings_file = settings_module

    def dynaconf_clone(self) -> Core:
        """Return the same object: it is frozen."""
        return self

    @contextmanager
    def using_env(self, *_: object, **__: object) -> Iterator[None]:
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

    update = unset = unset_all = clean = reload = load_file = configure = refuse_change
    __reduce_ex__ = refuse_to_pickle
    __setitem__ = __delitem__ = __setattr__ = __delattr__ = refuse_change


for _name, _value in CONSTANTS.items():
    setattr(Core, _name, _value)


class _Scratch(Core):
    """A copy that Validators may write to; secrets in it are masked wherever they are formatted."""

    @property
    def current_env(self) -> str:
        """The one environment that there is."""
        return "main"

    def __init__(self, original: Core) -> None:
        super().__init__(original.layers)
        values = {key: shy(value) for key, value in original.store.items()}
        self.publish(values, original.hidden)

    def from_env(self, *_: object, **__: object) -> Core:
        return self

    def set(self, key: str, value: Any, *_: Any, **__: Any) -> None:
        self.store[key.upper()] = value

    def setdefault(self, item: str, default: Any, *_: Any, **__: Any) -> Any:
        value = self.get(item, MISSED)
        if value is not MISSED:
            return value
        if default is empty:
            return default
        return self.store.setdefault(item.upper(), default)


def dynaconf_command() -> str | None:
    """Return the name of the command that dynaconf's command line is running, if it is.

    Nothing but that command line makes a context of dynaconf's own copy of click.
    """
    context = get_current_context(silent=True)
    return str(context.invoked_subcommand or context.info_name) if context else None


def refusal(error: Exception, command: str | None) -> Exception:
    """Return what to raise for ``error``: within dynaconf's command line, what that prints."""
    if command is None:
        return error
    refused: Exception = ClickException(str(error))
    return refused


def tell(text: str) -> None:
    """Write ``text`` to standard error, as dynaconf's command line writes."""
    echo(text, err=True)
