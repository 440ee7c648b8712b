"""dynaconf's commands work on the settings of a user's own module."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .commands import dynaconf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INSTANCE = "app_settings.settings"


@pytest.fixture
def module(deployment: Path) -> Callable[[str], None]:
    """Return a function that writes the module, whose settings are made with some arguments."""

    def module(arguments: str) -> None:
        text = f"from integr8s_conf import Settings\n\nsettings = Settings({arguments})\n"
        (deployment / "app_settings.py").write_text(text, encoding="utf-8")

    return module


def test_list_has_what_the_module_asks_for(module: Callable[[str], None]) -> None:
    module('"config.test.toml", overrides={"REDIS_DB": 5}')
    done = dynaconf("list", "--json", instance=INSTANCE)
    assert (done.code, done.err) == (0, "")
    listed = json.loads(done.out)
    assert [listed[key] for key in ("ENVIRONMENT", "REDIS_DB")] == ["test", 5]


def test_inspect_names_the_overrides(module: Callable[[str], None]) -> None:
    module('overrides={"REDIS_DB": 5}')
    done = dynaconf("inspect", "-k", "REDIS_DB", instance=INSTANCE)
    history = [one["loader"] for one in json.loads(done.out)["history"]]
    assert history == ["overrides", "defaults"]


def test_get_and_validate_read_the_module_s_values(
    module: Callable[[str], None], deployment: Path
) -> None:
    module('overrides={"REDIS_DB": 5}')
    (deployment / "dynaconf_validators.toml").write_text("REDIS_DB = { eq = 4 }", "utf-8")
    assert dynaconf("get", "REDIS_DB", instance=INSTANCE).out == "5"
    done = dynaconf("validate", instance=INSTANCE)
    assert done.code == 1
    assert "redis_db must eq 4 but it is 5" in done.out


def test_missing_file_is_named_and_what_resolves_is_listed(module: Callable[[str], None]) -> None:
    module('override_path="config.saga.toml"')
    done = dynaconf("list", "--json", instance=INSTANCE)
    assert done.code == 0
    assert "Traceback" not in done.err
    assert "config.saga.toml" in done.err
    assert isinstance(json.loads(done.out), dict)


def test_replaced_settings_are_listed(module: Callable[[str], None]) -> None:
    module("env_file=None).replace(REDIS_DB=6")
    assert json.loads(dynaconf("list", "--json", instance=INSTANCE).out)["REDIS_DB"] == 6
