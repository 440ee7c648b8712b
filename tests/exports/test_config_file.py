"""A fresh base file has every key at its default, and changes nothing."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import Settings
from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.policy import PluginPolicy
from integr8s_conf.export.config_file import config_text

from ..command_line.commands import integr8s_conf
from ..command_line.everything import EVERYTHING
from .exported import ODD, exported, golden

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

COMMENTED = re.compile(r"# ([A-Z][A-Z0-9_]* = .*)")


def _values(config_path: str, **overrides: Any) -> dict[str, Any]:
    settings = Settings(config_path=config_path, overrides=overrides)
    return settings.as_dict(reveal=True)


def test_of_the_reference_sections() -> None:
    assert exported("config") == golden("config.toml")


def test_check_accepts_it_and_it_resolves_as_an_empty_file_does(write: Write) -> None:
    write("config.toml", exported("config"))
    write("empty.toml", "")
    assert integr8s_conf("check", "--strict").code == 0
    assert _values("config.toml") == _values("empty.toml")


def test_it_has_every_key_that_is_no_secret() -> None:
    catalogue = load_catalogue(PluginPolicy())
    keys = re.findall(r"^(?:# )?([A-Z0-9_]+) = ", exported("config"), re.MULTILINE)
    assert keys == [key for key in catalogue.keys if key not in catalogue.secrets]


def test_a_strangers_types_resolve_as_by_default(stranger: Stranger, write: Write) -> None:
    stranger(EVERYTHING)
    write("empty.toml", "")
    write("config.toml", config_text(load_catalogue(PluginPolicy())))
    assert _values("config.toml") == _values("empty.toml")
    written = tomllib.loads(config_text(load_catalogue(PluginPolicy())))
    assert written["EVERY_TABLE"] == {"a b": ["/x"]}
    assert written["EVERY_DURATION"] == "90s"


@pytest.fixture
def odd(stranger: Stranger) -> str:
    """Return the base file for a stranger's section that holds everything unusual."""
    stranger(ODD, name="odd")
    return config_text(load_catalogue(PluginPolicy(names=("odd",))))


def test_comments_stay_comments_and_inherited_keys_stand_once(odd: str) -> None:
    assert tomllib.loads(odd) == {"ODD_EMPTY": {}, "ODDER": True}
    assert "Same" not in odd
    assert "\x1b" not in odd


def test_what_has_no_default_to_write_is_a_commented_line_of_toml(odd: str) -> None:
    commented = dict.fromkeys(COMMENTED.findall(odd))
    assert [line for line in commented if line.startswith("ODD_") and tomllib.loads(line)] == [
        "ODD_OF_A_DOCSTRING = 1",
        'ODD_REQUIRED = ""',
        'ODD_EXAMPLE = "such as this"',
        'ODD_NONE = ""',
        'ODD_COMPUTED = ""',
        'ODD_MADE = ""',
        "ODD_OLD = 1",
        'ODD_URL = "http://********@host/x"',
        "ODD_OBJECT = [1, 2]",
        'ODD_CAST = "1j"',
    ]


def test_the_reason_stands_above_a_commented_line(odd: str) -> None:
    above = {
        after.partition(" = ")[0]: line
        for line, after in zip(odd.split("\n"), odd.split("\n")[1:], strict=False)
    }
    assert above["# ODD_REQUIRED"] == "# required: it has no default"
    assert above["# ODD_COMPUTED"] == "# computed where it is not set"
    assert above["# ODD_OLD"] == "# deprecated: use ODD_NEW"
    assert above["# ODD_NONE"] == "# none by default"


def test_secrets_are_named_and_not_set(odd: str) -> None:
    assert "# ODD_PASSWORD is a secret: set the variable of that name\n" in odd
    assert "hunter2" not in odd


def test_required_keys_are_all_that_is_missing(odd: str, write: Write) -> None:
    write("config.toml", odd + 'ODD_REQUIRED = 1\nODD_EXAMPLE = "a"\n')
    write("empty.toml", "")
    given = {"ODD_REQUIRED": 1, "ODD_EXAMPLE": "a", "ODD_TOKEN": "a"}
    assert _values("config.toml", ODD_TOKEN="a") == _values("empty.toml", **given)
