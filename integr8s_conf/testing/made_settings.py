"""``make_settings``: an instance from text, which nothing of this machine has a say in."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import TYPE_CHECKING

from ..configuration import settings_of
from ..discover.given import catalogue_of
from ..load_guard import loading
from ..request import Request
from ..resolve.resolve import resolve, resolve_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import ModuleType

    from ..configuration import Settings
    from ..resolve.resolution import Resolution

_BASE, _OVERRIDE, _SECRETS = "config.toml", "config.override.toml", "secrets"


def make_settings(
    toml: str = "",
    *,
    override: str | None = None,
    env: Mapping[str, str] | None = None,
    secrets: Mapping[str, str] | None = None,
    plugins: Iterable[ModuleType | str] | None = None,
) -> Settings:
    """Return settings that are made from text, as those of a deployment are from its files.

    Nothing else is read: no file of the working directory, no ``.env``, no ``/run/secrets``, no
    variable of this process. The plugins are told of the load, as of any other.

    Args:
        toml: The base file, ``config.toml``; it may be indented.
        override: The override file, ``config.override.toml``; it may be indented.
        env: The whole environment.
        secrets: The secret files, by name.
        plugins: Modules, or names of installed plugins, that are loaded alone; without it all
            that are installed.

    Raises:
        ConfigError: All that is wrong with the texts and the plugins.
        TypeError: Something else is given in place of a text.

    """
    _refuse_what_is_no_text(
        {"toml": toml, "override": override or "", **(env or {}), **(secrets or {})}
    )
    with TemporaryDirectory(prefix="integr8s-conf-") as folder:
        _write(Path(folder), toml, override, secrets or {})
        request = Request(
            _BASE,
            None if override is None else _OVERRIDE,
            secrets_dir=_SECRETS,
            environ=dict(env or {}),
            folder=folder,
        )
        # They may hold a secret, and a traceback shows the locals of this frame.
        del toml, override, env, secrets
        resolution = _resolved(request, plugins)
    made = settings_of(resolution)
    made._tell_plugins(resolution)
    return made


def _refuse_what_is_no_text(given: Mapping[str, object]) -> None:
    wrong = [
        f"{name}, a {type(value).__name__}"
        for name, value in given.items()
        if not isinstance(value, str)
    ]
    del given  # it may hold a secret, and a traceback shows the locals of this frame
    if wrong:
        raise TypeError(
            f"make_settings takes texts, as files and variables have, not {'; '.join(wrong)}"
        )


def _write(folder: Path, toml: str, override: str | None, secrets: Mapping[str, str]) -> None:
    (folder / _SECRETS).mkdir()
    texts = {_BASE: dedent(toml)}
    if override is not None:
        texts[_OVERRIDE] = dedent(override)
    texts |= {f"{_SECRETS}/{name}": text for name, text in secrets.items()}
    for name, text in texts.items():
        file = folder / name
        file.touch(mode=0o600)
        file.write_text(text, "utf-8", newline="")


def _resolved(request: Request, plugins: Iterable[ModuleType | str] | None) -> Resolution:
    if plugins is None:
        return resolve(request)
    with loading():
        return resolve_with(request, catalogue_of(plugins))
