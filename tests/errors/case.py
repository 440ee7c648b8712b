"""One broken deployment, whose error is compared letter by letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a deployment holds beside an empty ``config.toml``, and how it is loaded."""

    base: str | None = ""
    """The text of the base file; None where there is none."""

    files: Mapping[str, str | bytes] = field(default_factory=dict)
    env: Mapping[str, str] = field(default_factory=dict)
    request: Mapping[str, Any] = field(default_factory=dict)
    plugins: Mapping[str, str] = field(default_factory=dict)
    """Name of a stranger's plugin -> its source."""


def install(case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make ``folder`` the deployment of a case, and the working directory."""
    contents = {**({} if case.base is None else {"config.toml": case.base}), **case.files}
    for name, content in contents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    for name, text in case.env.items():
        monkeypatch.setenv(name, text)
    monkeypatch.chdir(folder)


def refusal_of(case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> ConfigError:
    """Return the error of a case's deployment."""
    install(case, folder, monkeypatch)
    with pytest.raises(ConfigError) as refusal:
        Settings(**case.request)
    return refusal.value
