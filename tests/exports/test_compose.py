"""A Compose file gives each process its TOML files and the secrets."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ..command_line.commands import SETTINGS, integr8s_conf
from .exported import ODD, exported, golden
from .started import expected, started

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger, Write

SECRETS = {
    "SECRET_KEY": "a" * 32,
    "MONGO_USER": "user",
    "MONGO_PASSWORD": "p@ss",
    "REDIS_PASSWORD": "",
}


def _of(*arguments: str) -> dict[str, Any]:
    done = integr8s_conf("export", "compose", *arguments)
    assert (done.code, done.err) == (0, "")
    data: dict[str, Any] = yaml.safe_load(done.out)
    return data


def test_of_the_reference_deployment() -> None:
    assert exported("compose") == golden("compose.yaml")


@pytest.mark.parametrize("arguments", [(), ("--image", "${REGISTRY}/backend:1")])
def test_it_is_valid_by_the_schema_of_compose(arguments: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "compose.yaml"
    file.write_text(exported("compose", *arguments), encoding="utf-8")
    validate = ("-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file))
    done = subprocess.run([sys.executable, *validate], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("worker", [None, "k8s-worker"])
def test_a_container_resolves_as_its_worker(worker: str | None, tmp_path: Path) -> None:
    service = yaml.safe_load(exported("compose"))["services"][worker or "backend"]
    root = tmp_path / "root"
    for volume in service["volumes"]:
        assert volume["read_only"]
        target = root / volume["target"].lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SETTINGS / volume["source"], target)
    variables = {
        name: SECRETS.get(name, f"{root}{text}") for name, text in service["environment"].items()
    }
    given = {name: text for name, text in SECRETS.items() if text}
    assert started(tmp_path, variables) == expected(worker, **given)


def test_each_secret_that_is_not_computed_comes_from_compose() -> None:
    names = yaml.safe_load(exported("compose"))["x-backend-secrets"]
    assert names == {name: f"${{{name}:-}}" for name in SECRETS}


def test_a_required_secret_is_demanded(stranger: Stranger, write: Write) -> None:
    stranger(ODD, name="odd")
    write("config.toml", "")
    secrets = _of()["x-backend-secrets"]
    assert secrets["ODD_TOKEN"] == "${ODD_TOKEN:?ODD_TOKEN is required}"
    assert secrets["ODD_PASSWORD"] == "${ODD_PASSWORD:-}"
    assert "ODD_DSN" not in secrets


def test_any_name_of_an_override_makes_a_name_of_its_own(write: Write) -> None:
    write("settings/base.toml", "")
    for name in ("base.A b.toml", "base.a_b.toml", "base.backend.toml", "base.é$.toml"):
        write(f"settings/{name}", "")
    services = _of("--config", "settings/base.toml")["services"]
    assert list(services) == ["backend", "a-b", "a-b-2", "backend-2", "worker"]
    base, override = services["worker"]["volumes"]
    assert (base["source"], base["target"]) == (
        "./settings/base.toml",
        "/etc/integr8s-conf/config.toml",
    )
    assert override["source"] == "./settings/base.é$$.toml"


def test_overrides_of_several_environments_are_one_service_each(write: Write) -> None:
    write("config.toml", "")
    write("config.a.toml", "")
    tables = "[tool.integr8s-conf.environments.{}.variables]\n"
    write("pyproject.toml", tables.format("one") + tables.format("two"))
    assert list(_of()["services"]) == ["backend", "a"]


def test_a_file_that_cannot_be_read_is_a_problem(write: Write) -> None:
    write("config.toml", "").with_name("config.a.toml").symlink_to("nowhere")
    done = integr8s_conf("export", "compose")
    assert (done.code, done.out) == (78, "")
    assert "config.a.toml\n    found   a link to nowhere, which does not exist" in done.err


def test_a_file_that_is_not_utf_8_is_a_problem(write: Write) -> None:
    write("config.toml", "").with_name("config.a.toml").write_bytes(b'A = "\xff"\n')
    done = integr8s_conf("export", "k8s")
    assert (done.code, done.out) == (78, "")
    assert "config.a.toml\n    found   not UTF-8" in done.err
