"""``Settings``: a resolution, frozen and published for reading."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from .absent import INSTEAD, unknown_key, unknown_section
from .announce import announce
from .declare.section import Section
from .engine import Core, dynaconf_command, refuse_change, refuse_to_pickle
from .lookup import MISSED
from .problems import ConfigError
from .request import BESIDE_BASE_FILE, EnvFile, PathLike, request_from_process
from .resolve.resolve import replaced, resolve
from .secret import moved
from .view import itself, view_of

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView

    # The stub that `integr8s-conf export stubs` wrote; else a class with every attribute.
    from integr8s_conf_keys import DeclaredKeys as _Base

    from .explanation import Explanation
    from .problems import Problem
    from .reads import Reads
    from .resolve.resolution import Resolution
else:
    from .engine import LazySettings as _Base

S = TypeVar("S", bound=Section)

_set = object.__setattr__


class Settings(_Base):
    """A valid, frozen configuration; construction raises ConfigError where there is none.

    Args:
        config_path: The base file; without it ``config.toml``, else ``settings/config.toml``.
        override_path: A worker's override of the base file.
        overrides: Explicit values on top of everything.
        env_file: An env file; None reads none. Without it ``.env`` beside the base file.
        secrets_dir: The folder of secret files, in place of ``/run/secrets``.

    Raises:
        ConfigError: All that is wrong with files, variables and plugins.

    """

    __slots__ = ("_counting", "_kwargs", "_looking", "_resolution", "_views", "_wrapped")

    def __init__(
        self,
        config_path: PathLike | None = None,
        override_path: PathLike | None = None,
        *,
        overrides: Mapping[str, Any] | None = None,
        env_file: EnvFile = BESIDE_BASE_FILE,
        secrets_dir: PathLike | None = None,
    ) -> None:
        request = request_from_process(
            config_path,
            override_path,
            env_file=env_file,
            secrets_dir=secrets_dir,
            overrides=overrides,
        )
        # A traceback shows the locals of this frame, and overrides may hold secrets.
        del overrides
        prepare(self)
        resolution = resolve(request)
        self._publish(resolution)
        self._tell_plugins(resolution)

    def _tell_plugins(self, resolution: Resolution) -> None:
        """Tell the plugins of a good load, unless it is for a command of dynaconf."""
        if resolution.catalogue.loaded and dynaconf_command() is None:
            from .loaded import tell_plugins  # noqa: PLC0415 - few plugins want to know

            tell_plugins(self, resolution)

    def _publish(self, resolution: Resolution, said: Iterable[Problem] = ()) -> None:
        """Let readers see a resolution; raise instead where it has problems.

        Warnings that have been ``said`` are not repeated.
        """
        looking = announce(resolution, said)
        core = Core(resolution.layers)
        core.publish(resolution.values, resolution.hidden)
        _set(self, "_wrapped", core)
        _set(self, "_looking", looking)
        _set(self, "_resolution", resolution)
        _set(self, "_views", {})
        self._show()

    def _show(self) -> None:
        """Put the values where reading an attribute finds them, unless reads are counted."""
        values: dict[str, Any] = {}
        if self._resolution is not None and not self._counting:
            resolution: Resolution = self._resolution
            values = resolution.without_secrets() if self._looking else resolution.values
        _set(self, "__dict__", values)

    def _loaded(self) -> Resolution:
        """Return the resolution, loading it first where that has not been done."""
        resolution: Resolution | None = self._resolution
        return resolution if resolution is not None else self._load()

    def _looked_at(self) -> Resolution:
        """Return what can be explained, which of the process's own may be broken."""
        return self._loaded()

    def _load(self) -> Resolution:
        raise RuntimeError("these settings were never initialised")

    def section(self, section: type[S]) -> S:
        """Return the frozen typed view of a section's keys.

        Raises:
            ConfigError: No loaded plugin declares the section.

        """
        view: S | None = self._views.get(section)
        return view if view is not None else self._view(section)

    def _view(self, section: type[S]) -> S:
        resolution = self._loaded()
        keys = resolution.catalogue.sections.get(section)
        if keys is None:
            raise ConfigError([unknown_section(section, resolution)])
        views = self._views
        view = view_of(section, keys, resolution.values, resolution.hidden)
        if counting := self._counting:
            view = counting.view(view)
        shared: S = views.setdefault(section, view)
        return shared

    def as_dict(
        self, env: object = None, internal: bool = False, *, reveal: bool = False
    ) -> dict[str, Any]:
        """Return every declared key with its value; secrets are masked unless ``reveal``."""
        self._loaded()
        found: dict[str, Any] = self._wrapped.as_dict(env, internal, reveal=reveal)
        return found

    to_dict = as_dict

    def explain(self, key: str) -> Explanation:
        """Return every layer that spoke of ``key``, the winner, and what it was computed from.

        The process's own settings explain what resolves of a broken configuration, too.

        Raises:
            KeyError: No loaded plugin declares the key.

        """
        from .explanation import explain  # noqa: PLC0415 - few processes ask

        return explain(self._looked_at(), key)

    def track_reads(self) -> Reads:
        """Return a count of the reads of each key, which a ``with`` block or ``start`` begins."""
        from .reads import Reads  # noqa: PLC0415 - few processes count

        return Reads(self)

    def replace(self, **changes: Any) -> Settings:
        """Return a new, validated instance with other values; computed values follow.

        Raises:
            ConfigError: The new values, or what follows from them, are not valid.

        """
        before = self._loaded()
        return settings_of(replaced(before, moved(changes)), said=before.warnings)

    def get(self, key: str, default: Any = None, *args: Any, **options: Any) -> Any:
        """Return the value of ``key``, in any case and with dots into tables, or ``default``."""
        if not args and not options:
            try:
                return self.__dict__[key]
            except KeyError:
                pass
        self._loaded()
        if not isinstance(key, str):
            return default
        value = self._wrapped.get(key, default, *args, **options)
        if counting := self._counting:
            counting.note(key)
        return self._wrapped.masked(key.upper(), value) if self._looking else value

    @property
    def store(self) -> Mapping[str, Any]:
        """The values by key, read-only: dynaconf's name for them."""
        return MappingProxyType(self._loaded().values)

    def keys(self) -> KeysView[str]:
        """Return the declared keys, in the order of sections and declarations."""
        return self._loaded().values.keys()

    def values(self) -> ValuesView[Any]:
        """Return the values, in the order of the keys."""
        return self._loaded().values.values()

    def items(self) -> ItemsView[str, Any]:
        """Return keys and values, in the order of the keys."""
        return self._loaded().values.items()

    def _attribute(self, name: str) -> Any:
        if name.startswith("_") and name not in ("__core__", "_root_path"):
            raise AttributeError(name)
        if name in INSTEAD:
            raise AttributeError(f"settings have no {name}; use {INSTEAD[name]}")
        resolution = self._loaded()
        try:
            value = getattr(self._wrapped, name)
        except AttributeError:
            message = unknown_key(name, resolution.catalogue)
        else:
            counting = self._counting
            return counting.read(name, value) if counting else value
        raise AttributeError(message, name=name, obj=self)

    def __getitem__(self, key: str) -> Any:
        try:
            return self.__dict__[key]
        except KeyError:
            pass
        value = self.get(key, MISSED)
        if value is MISSED:
            raise KeyError(unknown_key(key, self._loaded().catalogue))
        return value

    def __contains__(self, key: object) -> bool:
        return key in self.__dict__ or (self._loaded() is not None and key in self._wrapped)

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded().values)

    def __len__(self) -> int:
        return len(self._loaded().values)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        resolution: Resolution | None = self._resolution
        if resolution is None:
            return "<settings, not loaded yet>"
        files = [layer.name for layer in resolution.layers if layer.path]
        return f"<Settings of {' + '.join(files)}, {len(resolution.values)} keys>"

    __str__ = __repr__

    def __dir__(self) -> list[str]:
        keys = list(self._resolution.values) if self._resolution is not None else []
        return sorted({*object.__dir__(self), *keys})

    if not TYPE_CHECKING:
        # Unseen, so that type checkers find a mistyped key, and an assignment, wrong.
        __class__ = property(type)
        __getattr__ = _attribute
        __setattr__ = __delattr__ = __setitem__ = __delitem__ = refuse_change

    __copy__ = __deepcopy__ = itself
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__
    __reduce_ex__ = refuse_to_pickle
    set = update = setdefault = unset = unset_all = clean = refuse_change
    configure = reload = load_file = populate_obj = _setup = refuse_change
    execute_loaders = pre_load = load_includes = load_extra_yaml = publish = refuse_change


def settings_of(resolution: Resolution, *, said: Iterable[Problem] = ()) -> Settings:
    """Return a resolution, published for reading; warnings ``said`` before are not repeated.

    Raises:
        ConfigError: The resolution has problems.

    """
    fresh = Settings.__new__(Settings)
    prepare(fresh)
    fresh._publish(resolution, said)
    return fresh


def prepare(settings: Settings) -> None:
    """Give a fresh instance its inner state: nothing is loaded yet."""
    if hasattr(settings, "_resolution"):
        refuse_change()
    _set(settings, "_kwargs", {})
    _set(settings, "_looking", False)
    _set(settings, "_counting", None)
    _set(settings, "_resolution", None)
    _set(settings, "_views", {})
    _set(settings, "_wrapped", None)
