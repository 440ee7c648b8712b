"""What a load is asked for, and the state of the process that it may look at."""

from __future__ import annotations

import os
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

PathLike = str | os.PathLike[str]


class _Beside(Enum):
    BASE_FILE = ".env beside the base file"

    def __repr__(self) -> str:
        return self.value


BESIDE_BASE_FILE: Final = _Beside.BASE_FILE
"""Read ``.env`` beside the base file, if there is one."""

EnvFile = PathLike | None | _Beside


class Request(NamedTuple):
    """Everything that one load depends on, beside the content of files."""

    config_path: str | None = None
    override_path: str | None = None
    env_file: str | _Beside | None = BESIDE_BASE_FILE
    secrets_dir: str | None = None
    overrides: Mapping[str, Any] = MappingProxyType({})
    environ: Mapping[str, str] = MappingProxyType({})
    folder: str = "."
    """The working directory."""

    copies: Mapping[str, str] = MappingProxyType({})
    """Path of a TOML file -> the path of what is read in its place, such as an older revision."""

    def __repr__(self) -> str:
        return f"<request for {self.config_path} and {self.override_path} in {self.folder}>"

    @property
    def allowed_plugins(self) -> tuple[str, ...] | None:
        """The allowlist of INTEGR8S_CONF_PLUGINS, or None for all that are installed."""
        text = self.environ.get("INTEGR8S_CONF_PLUGINS", "")
        names = sorted({name.strip() for name in text.split(",")} - {""})
        return tuple(names) or None

    @property
    def autoloads_plugins(self) -> bool:
        """Whether plugins are loaded that INTEGR8S_CONF_PLUGINS does not name."""
        text = self.environ.get("INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD", "")
        return text.strip().lower() in ("", "0", "false")

    def of_process(self) -> Request:
        """Return the same request, steered by the variables of the process's own settings."""
        return self._replace(
            config_path=self.config_path or self.environ.get("INTEGR8S_CONF_FILE") or None,
            override_path=self.override_path or self.environ.get("INTEGR8S_CONF_OVERRIDE") or None,
        )


def request_from_process(
    config_path: PathLike | None = None,
    override_path: PathLike | None = None,
    *,
    env_file: EnvFile = BESIDE_BASE_FILE,
    secrets_dir: PathLike | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> Request:
    """Return a request that reads this process's environment and working directory."""
    return Request(
        _text(config_path),
        _text(override_path),
        env_file if env_file is BESIDE_BASE_FILE else _text(env_file),
        _text(secrets_dir),
        dict(overrides or {}),
        os.environ,
        _working_directory(),
    )


def _text(path: PathLike | None) -> str | None:
    return None if path is None else os.fspath(path)


def _working_directory() -> str:
    try:
        return os.getcwd()  # noqa: PTH109 - text, for speed
    except FileNotFoundError:
        return "."
