"""A copy of the real deployment's files, to be broken in one way."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .misconfiguration import (
    BASE,
    ENV_FILE,
    OVERRIDE,
    PREFIX,
    SECRETS_FOLDER,
    Misconfiguration,
    Place,
    base,
    env_file,
    key_of,
    override,
)

if TYPE_CHECKING:
    import pytest

SETTINGS = Path(__file__).parents[2] / "settings"
SECRETS = ("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD", "MONGODB_URL")


def install(row: Misconfiguration, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Make ``folder`` the deployment as ``row`` breaks it; return how to ask for its settings."""
    shutil.copytree(SETTINGS, folder, dirs_exist_ok=True)
    (folder / SECRETS_FOLDER).mkdir()
    for name, text in _texts(row).items():
        _write(folder / name, text.encode())
    for name, content in row.files.items():
        _write(folder / name, content)

    monkeypatch.chdir(folder)
    _clear_environment(monkeypatch)
    for name, text in row.env.items():
        monkeypatch.setenv(name, text)

    wants_override = row.override or OVERRIDE in row.files
    return {
        "config_path": row.config_path,
        "override_path": row.override_path or (OVERRIDE if wants_override else None),
        "secrets_dir": SECRETS_FOLDER,
    }


def place_of(row: Misconfiguration) -> Place:
    """Return where the problem must point: to what the edit wrote, if the row says no other."""
    return row.where or _only_thing_written(row)[1]


def origin_text(place: Place) -> str:
    """Return a place as problems write it: ``config.toml:34``, or its name."""
    if place.line is None:
        return place.name
    return f"{place.name}:{line_number(place)}"


def line_number(place: Place) -> int:
    """Return the number of the one line of a file in the working folder that ``place`` names."""
    text = Path(place.name).read_text(encoding="utf-8", errors="surrogateescape")
    numbers = [number for number, line in enumerate(text.split("\n"), 1) if line == place.line]
    assert len(numbers) == 1, f"{place.name} must have the line {place.line!r} once, not {numbers}"
    return numbers[0]


def key_at_fault(row: Misconfiguration) -> str | None:
    """Return the key that the problem must name."""
    if row.key or row.where:
        return row.key
    return _only_thing_written(row)[0]


def _only_thing_written(row: Misconfiguration) -> tuple[str, Place]:
    """Return the key that an edit sets, and where, if it writes no more than that."""
    lines = [row.line, *row.replace.values(), *row.append.splitlines()]
    written = [(key_of(line), base(line)) for line in lines if line]
    written += [(key_of(line), override(line)) for line in row.override.splitlines()]
    written += [
        (key_of(line).removeprefix(PREFIX), env_file(line))
        for line in row.env_file.splitlines()
        if "=" in line
    ]
    written += [(name.removeprefix(PREFIX), Place(name)) for name in row.env]
    written += [(name, Place(f"{SECRETS_FOLDER}/{name}")) for name in row.secret_files]
    assert len(written) == 1, f"{row.name}: say key and where, the edit writes {written}"
    return written[0]


def _texts(row: Misconfiguration) -> dict[str, str]:
    texts = {f"{SECRETS_FOLDER}/{name}": text for name, text in row.secret_files.items()}
    texts[BASE] = _edited((SETTINGS / BASE).read_text(encoding="utf-8"), row)
    if row.override:
        texts[OVERRIDE] = row.override
    if row.env_file:
        texts[ENV_FILE] = row.env_file
    return texts


def _edited(text: str, row: Misconfiguration) -> str:
    """Return the base file's text as ``row`` changes it."""
    replace, before = dict(row.replace), row.before
    lines = text.splitlines()
    keys = [key_of(line) for line in lines]
    added = row.append.splitlines()
    if row.line and key_of(row.line) in keys:
        replace[key_of(row.line)] = row.line
    elif row.line:
        added.append(row.line)
    missing = (replace.keys() | before.keys()) - set(keys)
    assert not missing, f"{row.name}: the base file has no {missing}"

    edited: list[str] = []
    for key, line in zip(keys, lines, strict=True):
        edited += [before[key]] if key in before else []
        edited.append(replace.get(key, line))
    return "\n".join([*edited, *added, ""])


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _clear_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = re.compile(f"{PREFIX}.*|({'|'.join(SECRETS)})(_FILE)?|CREDENTIALS_DIRECTORY")
    for name in list(os.environ):
        if settings.fullmatch(name):
            monkeypatch.delenv(name)
