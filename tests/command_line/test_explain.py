"""``explain`` says why a key has its value, also where the configuration is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .commands import integr8s_conf, on_terminal
from .test_terminal import STYLES, plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Stranger


def test_every_layer_is_shown_the_winner_first(edit: Callable[..., None]) -> None:
    edit("REDIS_DB = 2")
    done = integr8s_conf("explain", "REDIS_DB", INTEGR8S_REDIS_DB="3")
    assert done.code == 0
    assert done.out.splitlines()[-3:] == [
        '├── wins: "3"   environment variable INTEGR8S_REDIS_DB',
        "├── shadowed: 2   config.toml:75",
        "└── shadowed: 0   default of section Redis",
    ]


def test_several_keys_are_explained_one_after_the_other(deployment: Path) -> None:
    out = integr8s_conf("explain", "REDIS_DB", "redis_port").out
    assert [line for line in out.splitlines() if line[0].isalpha()] == [
        "REDIS_DB = 0",
        "REDIS_PORT = 6379",
    ]


def test_unknown_key_is_bad_usage_with_the_nearest_key(deployment: Path) -> None:
    done = integr8s_conf("explain", "REDIS_PRT")
    assert (done.code, done.out) == (2, "")
    assert "REDIS_PRT is no declared key; did you mean REDIS_PORT?" in done.err


def test_refused_configuration_is_explained_and_its_problems_follow(break_it: None) -> None:
    done = integr8s_conf("explain", "KAFKA_SESSION_TIMEOUT_MS")
    assert done.code == 78
    assert done.out.startswith("KAFKA_SESSION_TIMEOUT_MS has no sound value\n")
    assert 'wins: "45000"   config.toml:37' in done.out
    assert done.err.startswith("2 problems in the configuration")


def test_key_that_a_file_sets_in_place_of_its_computation(edit: Callable[..., None]) -> None:
    edit('MONGODB_URL = "mongodb://me:hunter2@host/db"')
    out = integr8s_conf("explain", "MONGODB_URL").out
    assert "hunter2" not in out
    assert "wins: ********   config.toml:75" in out
    assert out.rstrip().endswith("shadowed: what plugin core would compute")


def test_plugin_whose_function_computes_is_named_not_the_one_that_declares(
    deployment: Path, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_URL: str = setting(description="a", computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    stranger(
        """
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_computed():
            return {"MAIL_URL": lambda s: "x"}
        """,
        "computing",
    )
    out = integr8s_conf("explain", "MAIL_URL", INTEGR8S_MAIL_URL="y").out
    assert "shadowed: what plugin computing would compute" in out


def test_json_has_the_tree_as_data(deployment: Path) -> None:
    (found,) = json.loads(integr8s_conf("explain", "MONGODB_URL", "--format", "json").out)["keys"]
    assert [part["key"] for part in found["inputs"]] == [
        "MONGO_USER",
        "MONGO_PASSWORD",
        "MONGO_HOST",
        "MONGO_PORT",
        "MONGO_DB",
    ]
    host = found["inputs"][2]
    assert host["layers"][0] == {
        "value": '"mongo"',
        "origin": {"layer": "base file", "name": "config.toml", "line": 11, "column": None},
        "wins": True,
    }


@pytest.mark.parametrize("columns", [40, 120])
def test_tree_fits_the_terminal(columns: int, deployment: Path) -> None:
    done = on_terminal(columns, "explain", "MONGODB_URL")
    assert STYLES.search(done.out)
    assert max(map(len, plain(done.out).splitlines())) <= columns


def test_escapes_of_a_description_stay_text(deployment: Path, stranger: Stranger) -> None:
    stranger(r"""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("x", "\x1b[31mred")

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    assert "\\x1b[31mred" in integr8s_conf("explain", "MAIL_HOST").out
    assert "\\x1b[31mred" in plain(on_terminal(80, "explain", "MAIL_HOST").out)
