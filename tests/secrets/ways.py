"""The ways by which a secret comes into a configuration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    Way = Callable[[Path, pytest.MonkeyPatch, str, str], dict[str, Any]]


def variable(folder: Path, patch: pytest.MonkeyPatch, key: str, text: str) -> dict[str, Any]:
    patch.setenv(key, text)
    return {}


def prefixed_variable(
    folder: Path, patch: pytest.MonkeyPatch, key: str, text: str
) -> dict[str, Any]:
    patch.setenv(f"INTEGR8S_{key}", text)
    return {}


def env_file(folder: Path, patch: pytest.MonkeyPatch, key: str, text: str) -> dict[str, Any]:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    write(folder / ".env", f"{key}='{quoted}'\n")
    return {}


def env_file_prefixed(
    folder: Path, patch: pytest.MonkeyPatch, key: str, text: str
) -> dict[str, Any]:
    return env_file(folder, patch, f"INTEGR8S_{key}", text)


def named_file(folder: Path, patch: pytest.MonkeyPatch, key: str, text: str) -> dict[str, Any]:
    write(folder / "a secret", f"{text}\n")
    patch.setenv(f"{key}_FILE", str(folder / "a secret"))
    return {}


def file_named_in_env_file(
    folder: Path, patch: pytest.MonkeyPatch, key: str, text: str
) -> dict[str, Any]:
    write(folder / "a secret", f"{text}\n")
    write(folder / ".env", f"{key}_FILE='{folder / 'a secret'}'\n")
    return {}


def secrets_folder(folder: Path, patch: pytest.MonkeyPatch, key: str, text: str) -> dict[str, Any]:
    write(folder / "secrets" / key, f"{text}\n")
    return {"secrets_dir": folder / "secrets"}


def credentials_folder(
    folder: Path, patch: pytest.MonkeyPatch, key: str, text: str
) -> dict[str, Any]:
    write(folder / "credentials" / key, f"{text}\n")
    patch.setenv("CREDENTIALS_DIRECTORY", str(folder / "credentials"))
    return {}


def overrides(folder: Path, patch: pytest.MonkeyPatch, key: str, text: str) -> dict[str, Any]:
    return {"overrides": {key: text}}


def toml_file(folder: Path, patch: pytest.MonkeyPatch, key: str, text: str) -> dict[str, Any]:
    write(folder / "config.toml", f"{key} = {toml_string(text)}\n")
    return {}


def toml_override_file(
    folder: Path, patch: pytest.MonkeyPatch, key: str, text: str
) -> dict[str, Any]:
    write(folder / "worker.toml", f"{key} = {toml_string(text)}\n")
    return {"override_path": folder / "worker.toml"}


def toml_string(text: str) -> str:
    """Return a text as a basic string of TOML: JSON's, with one more character escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def write(path: Path, text: str) -> None:
    """Write a file that its owner alone may read; the text's line ends stay as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    path.chmod(0o600)


VARIABLES: tuple[Way, ...] = (variable, prefixed_variable)
ENV_FILES: tuple[Way, ...] = (env_file, env_file_prefixed)
SECRET_FILES: tuple[Way, ...] = (
    named_file,
    file_named_in_env_file,
    secrets_folder,
    credentials_folder,
)
TOML_FILES: tuple[Way, ...] = (toml_file, toml_override_file)
WAYS: tuple[Way, ...] = (*VARIABLES, *ENV_FILES, *SECRET_FILES, *TOML_FILES, overrides)
