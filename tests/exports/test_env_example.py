"""An example of an env file asks for the secrets, and sets nothing as it is."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from dotenv.parser import parse_stream

from integr8s_conf import Settings
from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.policy import PluginPolicy
from integr8s_conf.export.env_example import env_text

from ..command_line.everything import EVERYTHING
from .exported import ODD, exported, golden

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

COMMENTED = re.compile(r"# (INTEGR8S_[A-Z0-9_]+=.*)")


def _set(text: str) -> dict[str | None, str | None]:
    bindings = list(parse_stream(io.StringIO(text)))
    assert not [binding for binding in bindings if binding.error]
    return {binding.key: binding.value for binding in bindings if binding.key}


def test_of_the_reference_sections() -> None:
    assert exported("env") == golden("env.example")


def test_it_sets_nothing_but_empty_secrets() -> None:
    secrets = ("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD")
    assert _set(exported("env")) == dict.fromkeys(secrets, "")


def test_as_it_is_it_changes_no_value(write: Write) -> None:
    write("config.toml", "")
    write(".env", exported("env"))
    read, unread = Settings(), Settings(env_file=None)
    assert read.as_dict(reveal=True) == unread.as_dict(reveal=True)


@pytest.mark.parametrize("source", ["", EVERYTHING])
def test_with_every_line_in_force_it_changes_no_value(
    source: str, stranger: Stranger, write: Write
) -> None:
    if source:
        stranger(source)
    write("config.toml", "")
    text = env_text(load_catalogue(PluginPolicy()))
    assert text.replace("\n", "").isprintable()
    lines = COMMENTED.findall(text)
    write(".env", "\n".join(line for line in lines if "********" not in line))
    read, unread = Settings().as_dict(), Settings(env_file=None).as_dict()
    different = {key for key in unread if read[key] != unread[key]}
    assert different <= {"EVERY_POINTS", "EVERY_ODD"}  # made by a function; escaped
    assert len(lines) == len(load_catalogue(PluginPolicy()).keys) - len(
        load_catalogue(PluginPolicy()).secrets
    )


def test_of_odd_declarations(stranger: Stranger) -> None:
    stranger(ODD, name="odd")
    text = env_text(load_catalogue(PluginPolicy(names=("odd",))))
    assert _set(text) == dict.fromkeys(("ODD_PASSWORD", "ODD_TOKEN", "HIDDEN"), "")
    assert "plugin odd" in text
    assert "Hidden (plugin" not in text
    assert "\x1b" not in text
    assert "hunter2" not in text
    assert "# required\nODD_TOKEN=\n" in text
    assert "# required: it has no default\n# INTEGR8S_ODD_REQUIRED=\n" in text
    assert "# a secret, computed where it is not set\n# ODD_DSN=\n" in text
