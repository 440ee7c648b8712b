"""Keys that were renamed or are deprecated say since when, where they are set, and what to do."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigWarning, Settings

from .changed_mail import MAIL
from .refusals import only_problem, problems_of
from .sources import plugin

if TYPE_CHECKING:
    from ..conftest import Stranger, Write


@pytest.fixture(autouse=True)
def _mail(stranger: Stranger, write: Write) -> None:
    stranger(MAIL)
    write("config.toml", "")


def warned(**request: Any) -> tuple[Settings, list[str]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ConfigWarning)
        settings = Settings(**request)
    return settings, [str(one.message) for one in caught]


SOURCES = [
    ("config.toml", "\n\n{name} = '{value}'", {}, "config.toml:3"),
    ("override.toml", "{name} = '{value}'", {"override_path": "override.toml"}, "override.toml:1"),
    (".env", "\nINTEGR8S_{name}={value}", {}, ".env:2"),
]


@pytest.mark.parametrize(("file", "text", "request_", "place"), SOURCES)
@pytest.mark.parametrize("old", ["SMTP_HOST", "SMTP"])
def test_warning_of_a_former_name_says_line_new_name_and_versions(
    file: str, text: str, request_: dict[str, Any], place: str, old: str, write: Write
) -> None:
    write(file, text.format(name=old, value="b"))
    settings, said = warned(**request_)
    assert settings.MAIL_HOST == "b"
    assert said == [
        f"MAIL_HOST ({place}): its former name {old}; wanted the name MAIL_HOST"
        f" (since mail-conf 2.0; {old} goes in 3.0); rename {old} to MAIL_HOST"
    ]


@pytest.mark.parametrize(("file", "text", "request_", "place"), SOURCES)
def test_warning_of_a_deprecated_key_says_line_versions_and_what_to_use(
    file: str, text: str, request_: dict[str, Any], place: str, write: Write
) -> None:
    write(file, text.replace("'", "").format(name="MAIL_X", value=2))
    assert warned(**request_)[1] == [
        f"MAIL_X ({place}): a deprecated key (since mail-conf 2.1; it goes in 3.0);"
        " wanted the key left out; use MAIL_Y"
    ]


@pytest.mark.parametrize(
    ("keywords", "said"),
    [
        ("renamed_in='2'", "wanted the name POST_A (since post-conf 2);"),
        ("removed_in='3'", "wanted the name POST_A (OLD_A goes in post-conf 3);"),
    ],
)
def test_one_version_alone_is_said_alone(
    keywords: str, said: str, stranger: Stranger, write: Write
) -> None:
    keys = f"POST_A: int = setting(1, renamed_from='OLD_A', {keywords})"
    stranger(plugin(keys, "Post"), name="post", distribution="post-conf")
    write("config.toml", "OLD_A = 2")
    assert said in warned()[1][0]


@pytest.mark.parametrize("way", ["folder", "variable"])
def test_secret_file_of_a_former_name_is_read(
    way: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("secrets/SMTP_TOKEN", "hunter2\n")
    if way == "variable":
        monkeypatch.setenv("SMTP_TOKEN_FILE", str(path))
    settings, said = warned(secrets_dir=str(path.parent) if way == "folder" else None)
    assert settings.MAIL_TOKEN == "hunter2"
    assert settings.explain("MAIL_TOKEN").layers[0].origin.name == str(path)
    assert len(said) == 1
    assert said[0].endswith("rename SMTP_TOKEN to MAIL_TOKEN")


# Two names of one key.


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("config.toml", "SMTP_HOST = 'b'\nMAIL_HOST = 'c'", "SMTP_HOST, its former name, beside"),
        ("config.toml", "SMTP = 'b'\nSMTP_HOST = 'c'", "SMTP, its former name, beside SMTP_HOST"),
        (".env", "INTEGR8S_SMTP=b\nINTEGR8S_MAIL_HOST=c", "INTEGR8S_SMTP and INTEGR8S_MAIL_HOST"),
        (".env", "INTEGR8S_SMTP=b\nINTEGR8S_SMTP_HOST=c", "INTEGR8S_SMTP and INTEGR8S_SMTP_HOST"),
        (".env", "SMTP_TOKEN=b\nMAIL_TOKEN=c", "SMTP_TOKEN and MAIL_TOKEN both set it"),
        (".env", "SMTP_TOKEN_FILE=config.toml\nMAIL_TOKEN=c", "MAIL_TOKEN and SMTP_TOKEN_FILE are"),
        (".env", "MAIL_TOKEN_FILE=config.toml\nSMTP_TOKEN=c", "SMTP_TOKEN and MAIL_TOKEN_FILE are"),
    ],
)
def test_two_names_of_a_key_in_a_file_are_a_problem(
    source: str, text: str, found: str, write: Write
) -> None:
    write(source, text)
    problem = only_problem()
    assert problem.key in ("MAIL_HOST", "MAIL_TOKEN")
    assert problem.found.startswith(found)


def test_each_name_too_many_is_a_problem_of_its_own(write: Write) -> None:
    write("config.toml", "SMTP = 'b'\nSMTP_HOST = 'c'\nMAIL_HOST = 'd'")
    hints = [problem.hint for problem in problems_of()]
    assert hints == [
        "remove SMTP; line 3 has MAIL_HOST",
        "remove SMTP_HOST; line 3 has MAIL_HOST",
    ]
    values = {"SMTP": "b", "SMTP_HOST": "c", "MAIL_HOST": "d"}
    write("config.toml", "")
    found = [(problem.hint, str(problem.origin)) for problem in problems_of(overrides=values)]
    assert sorted(found) == [("remove SMTP", "overrides"), ("remove SMTP_HOST", "overrides")]


def test_two_names_of_a_key_among_variables_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SMTP", "SMTP_HOST", "MAIL_HOST"):
        monkeypatch.setenv(f"INTEGR8S_{name}", "b")
    assert [problem.key for problem in problems_of()] == ["MAIL_HOST", "MAIL_HOST"]


def test_two_names_of_a_secret_among_secret_files_are_a_problem(write: Write) -> None:
    write("secrets/SMTP_TOKEN", "hunter2")
    folder = write("secrets/MAIL_TOKEN", "hunter2").parent
    problem = only_problem(secrets_dir=str(folder))
    assert (problem.found, problem.hint) == (
        "SMTP_TOKEN, its former name, beside it",
        "remove SMTP_TOKEN",
    )


def test_names_in_two_sources_are_layers_like_any_others(write: Write) -> None:
    write("config.toml", "SMTP_HOST = 'b'")
    write("worker.toml", "MAIL_HOST = 'c'")
    settings, said = warned(override_path="worker.toml")
    assert settings.MAIL_HOST == "c"
    assert len(said) == 1
