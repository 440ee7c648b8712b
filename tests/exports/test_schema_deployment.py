"""The schema of the deployment accepts its files, and refuses what is wrong with a single key."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from ..command_line.commands import SETTINGS, integr8s_conf
from ..misconfigurations.deployment import install
from ..misconfigurations.misconfiguration import BASE, OVERRIDE, Misconfiguration
from ..misconfigurations.table import ROWS
from .ecma_validator import VALIDATORS, accepts, accepts_toml, exported

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = SETTINGS / "config.schema.json"
FILES = sorted(SETTINGS.glob("*.toml"))
NOT_OF_ONE_KEY = {"pairs", "production", "toml-syntax"}
"""Kinds of mistakes that are about several keys, or about no key at all."""


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(exported())


def test_schema_of_the_deployment_is_not_stale() -> None:
    done = integr8s_conf("export", "schema", "-o", str(SCHEMA), "--check")
    assert (done.code, done.err) == (0, "")


def test_base_file_names_its_schema() -> None:
    first, _, _ = (SETTINGS / BASE).read_text(encoding="utf-8").partition("\n")
    assert first == f"#:schema ./{SCHEMA.name}"


def test_eight_files_are_tried() -> None:
    assert len(FILES) == 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_of_the_deployment_is_accepted(path: Path) -> None:
    assert accepts_toml(exported(), path.read_text(encoding="utf-8"))


def test_mistakes_of_a_single_key_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    validators = [kind(exported()) for kind in VALIDATORS]
    texts = {
        name: _broken_file(row, tmp_path / name, monkeypatch)
        for name, row in ROWS.items()
        if _is_of_a_single_key(name, row)
    }
    for validator in validators:
        accepted = [name for name, text in texts.items() if validator.is_valid(tomllib.loads(text))]
        assert len(texts) > 190
        assert 1 - len(accepted) / len(texts) >= 0.95, accepted


def _is_of_a_single_key(name: str, row: Misconfiguration) -> bool:
    kind, _, _ = name.partition("/")
    elsewhere = (row.env, row.env_file, row.secret_files, row.files, row.override_path)
    return kind not in NOT_OF_ONE_KEY and row.config_path == BASE and not any(elsewhere)


def _broken_file(row: Misconfiguration, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    install(row, folder, monkeypatch)
    return (folder / (OVERRIDE if row.override else BASE)).read_text(encoding="utf-8")


def test_no_key_is_required() -> None:
    assert accepts(exported(), {})


def test_no_default_and_no_example_of_a_secret_is_written() -> None:
    properties = exported()["properties"]
    secrets = ("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD", "MONGODB_URL")
    for name in secrets:
        assert not {"default", "examples"} & properties[name].keys()
        assert "environment" in properties[name]["description"]
    text = json.dumps(properties)
    assert "CHANGE_ME" not in text
    assert "rootpassword" not in text
