"""Overrides that change nothing, or the same everywhere; base files that repeat the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Stranger, Write
    from .conftest import Found, Lint

pytestmark = pytest.mark.usefixtures("mail")


# redundant-override


@pytest.mark.parametrize(
    ("base", "override"),
    [
        ("MAIL_PORT = 26", "MAIL_PORT = 26"),
        ("MAIL_TIMEOUT = 6.0", "MAIL_TIMEOUT = 6"),
        ("SMTP_HOST = 'b'", "MAIL_HOST = 'b'"),
        ("MAIL_ROUTES = { a = 'b' }", "[MAIL_ROUTES]\na = 'b'"),
        ("", "MAIL_PORT = 25"),
        ("", "MAIL_COPIES = []"),
        ("", "MAIL_SENDER = ''"),
        ("MAIL_TOKEN = 'x'", "MAIL_TOKEN = 'x'"),
    ],
)
def test_override_that_repeats_what_it_overrides(
    base: str, override: str, write: Write, found: Found
) -> None:
    write("config.toml", base)
    write("config.worker.toml", override)
    [(_, _, place, _)] = found(rule="redundant-override")
    assert place == "config.worker.toml:1"


@pytest.mark.parametrize(
    ("base", "override"),
    [
        ("MAIL_PORT = 26", "MAIL_PORT = 25"),
        ("MAIL_PORT = '25'", "MAIL_PORT = 25"),
        ("MAIL_PORT = 25", "MAIL_PORT = '25'"),
        ("MAIL_COPIES = ['a', 'b']", "MAIL_COPIES = ['b', 'a']"),
        ("MAIL_PORT = [", "MAIL_PORT = 25"),
        ("", "MAIL_ADDRESS = 'localhost:25'"),
        ("MAIL_PORT = 25", ""),
    ],
)
def test_override_that_changes_something(
    base: str, override: str, write: Write, found: Found
) -> None:
    write("config.toml", base)
    write("config.worker.toml", override)
    assert found(rule="redundant-override") == []


def test_both_lines_are_named(write: Write, lint: Lint) -> None:
    write("config.toml", "\nMAIL_PORT = 26")
    write("config.worker.toml", "MAIL_PORT = 26")
    assert lint().stdout == (
        "warning: redundant-override: A line sets what holds without it.\n\n"
        "  MAIL_PORT   config.worker.toml:1\n"
        "    found   26, as config.toml:2 has it\n"
        "    wanted  a line that changes something\n"
        "    hint    remove the line; integr8s-conf lint --fix does\n\n"
        "lint: 1 finding; 2 files, 94 keys\n"
    )


def test_plugin_that_may_set_the_key_between_the_files_makes_a_line_count(
    stranger: Stranger, write: Write, found: Found
) -> None:
    stranger(
        """
        from integr8s_conf import Source, hookimpl

        @hookimpl
        def integr8s_sources():
            return [Source("vault", lambda seen: {}, keys=["MAIL_PORT"], after="base file")]
        """,
        name="vault",
        distribution="vault-conf",
    )
    write("config.toml", "MAIL_PORT = 26\nMAIL_TIMEOUT = 6")
    write("config.worker.toml", "MAIL_PORT = 26\nMAIL_TIMEOUT = 6")
    assert [key for _, key, *_ in found()] == ["MAIL_TIMEOUT"]


# in-every-override


def test_key_that_all_overrides_set_alike(write: Write, found: Found) -> None:
    write("config.toml", "MAIL_PORT = 26")
    write("config.a.toml", "MAIL_PORT = 27")
    write("config.b.toml", "\nMAIL_PORT = 27")
    assert found() == [
        ("in-every-override", "MAIL_PORT", "config.a.toml:1", "27, in each of 2 overrides")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MAIL_PORT = 27", "MAIL_PORT = 28"),
        ("MAIL_PORT = 27", ""),
        ("MAIL_QUEUE = 'x'", "MAIL_QUEUE = 'x'"),
    ],
)
def test_key_that_not_all_overrides_set_alike(
    one: str, other: str, write: Write, found: Found
) -> None:
    write("config.toml", "")
    write("config.a.toml", one)
    write("config.b.toml", other)
    assert found() == []


def test_single_override_is_not_every_override(write: Write, found: Found) -> None:
    write("config.toml", "")
    write("config.a.toml", "MAIL_PORT = 27")
    assert found() == []


# repeated-base

PROJECT = "[tool.integr8s-conf]\nbases = ['config.test.toml']\n"


def test_base_file_that_repeats_the_base(write: Write, lint: Lint) -> None:
    write("pyproject.toml", PROJECT)
    write("config.toml", "MAIL_PORT = 26\nMAIL_HOST = 'b'\nMAIL_TIMEOUT = 6\nMAIL_QUEUE = 'q'")
    write("config.test.toml", "MAIL_PORT = 26\nMAIL_HOST = 'b'\n\nMAIL_TIMEOUT = 7\n")
    done = lint()
    assert (
        "  config.test.toml\n"
        "    found   keys with the values that they have in config.toml\n"
        "    wanted  the lines that differ\n"
        "    hint    2 of its 3 keys repeat it, lines 1-2: make it an override that sets"
        " MAIL_TIMEOUT; config.toml sets MAIL_QUEUE too, which it leaves at the default\n"
    ) in done.stdout
    assert done.exit_code == 1


def test_base_file_of_its_own_kind(write: Write, found: Found) -> None:
    write("pyproject.toml", PROJECT)
    write("config.toml", "MAIL_PORT = 26\nMAIL_HOST = 'b'")
    write("config.test.toml", "MAIL_PORT = 26\nMAIL_HOST = 'c'")
    assert found() == []
