"""Nothing is found in the files that ``export`` writes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

from ..command_line.commands import SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write
    from .conftest import Drift


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(SETTINGS, tmp_path / "settings")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _export(form: str, file: str) -> None:
    done = CliRunner().invoke(main, ["export", form, "--output", file], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def _nothing_is_found(drift: Drift, said: str) -> None:
    _export("compose", "docker-compose.yml")
    _export("k8s", "k8s.yml")
    done = drift("docker-compose.yml", "k8s.yml")
    assert (
        done.stdout == f"drift: no finding; 2 files, {said} of them run with this configuration\n"
    )
    assert done.exit_code == 0


@pytest.mark.usefixtures("real")
def test_of_the_real_deployment(drift: Drift) -> None:
    _nothing_is_found(drift, "14 workloads, 14")


def test_of_a_deployment_with_environments(real: Path, drift: Drift) -> None:
    (real / "pyproject.toml").write_text("""
[tool.integr8s-conf]
base = "settings/config.toml"
overrides = ["settings/config.*-worker.toml"]
bases = []
[tool.integr8s-conf.environments.development]
[tool.integr8s-conf.environments.production]
variables = { INTEGR8S_ENVIRONMENT = "production" }
secrets = ["SECRET_KEY"]
""")
    _nothing_is_found(drift, "4 workloads, 4")


@pytest.mark.usefixtures("mail")
def test_of_a_plugin_with_required_secrets(drift: Drift) -> None:
    _nothing_is_found(drift, "6 workloads, 6")


@pytest.mark.usefixtures("mail")
def test_of_a_base_file_that_names_production(write: Write, drift: Drift) -> None:
    write("config.toml", 'ENVIRONMENT = "production"\n')
    _nothing_is_found(drift, "6 workloads, 6")
