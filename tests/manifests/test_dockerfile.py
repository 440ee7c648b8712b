"""What a Dockerfile gives to the processes of its images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from integr8s_conf.manifests.dockerfile import read_dockerfile
from integr8s_conf.manifests.dockerfile_lines import instructions

if TYPE_CHECKING:
    from integr8s_conf.manifests.manifest import Manifest, Workload

    from ..conftest import Write


class Read(Protocol):
    def __call__(self, text: str) -> Manifest: ...


@pytest.fixture
def read(write: Write) -> Read:
    return lambda text: read_dockerfile("api/Dockerfile", str(write("api/Dockerfile", text)))


def _said(image: Workload) -> dict[str, tuple[int | None, str, str | None]]:
    return {one.name: (one.origin.line, one.supply, one.value) for one in image.variables}


def test_each_variable_has_the_line_that_it_stands_on(read: Read) -> None:
    [image] = read(
        "# comment\nFROM python\nenv A=1 \\\n  # about B\n  B='two words' \\\n\n"
        '  C="3"\nENV D old form\n'
    ).workloads
    assert _said(image) == {
        "A": (3, "literal", "1"),
        "B": (5, "literal", "two words"),
        "C": (7, "literal", "3"),
        "D": (8, "literal", "old form"),
    }


def test_windows_lines_a_mark_of_encoding_and_an_open_end_change_nothing(read: Read) -> None:
    [image] = read("\ufeffFROM python\r\nENV A=1 \\\r\n    B=2\r\nENV C=3 \\").workloads
    assert _said(image) == {
        "A": (2, "literal", "1"),
        "B": (3, "literal", "2"),
        "C": (4, "literal", "3"),
    }


def test_another_character_may_continue_a_line(read: Read) -> None:
    [image] = read("# escape=`\nFROM python\nENV A=1 `\n    B=2\n").workloads
    assert _said(image) == {"A": (3, "literal", "1"), "B": (4, "literal", "2")}


def test_nothing_in_a_here_document_is_an_instruction(read: Read) -> None:
    [image] = read(
        "FROM python\nRUN <<-'EOF' <<B\nENV A=1\n\tEOF\nENV A=2 \\\nB\nENV C=3\n"
    ).workloads
    assert _said(image) == {"C": (7, "literal", "3")}


def test_a_value_is_replaced_by_what_is_known_of_it(read: Read) -> None:
    [image] = read(
        "ARG LEVEL=INFO\nFROM python\nARG LEVEL\nARG TOKEN\nENV HOME=/srv\n"
        "ENV A=$LEVEL B=${TOKEN} C=${TOKEN:-none} D=$HOME/x E='$HOME' F=\\$HOME\n"
        'ENV G=$PATH H=${HOME:+y} I=$HOME"x"\n'
    ).workloads
    given = {one.name: one for one in image.variables}
    assert (given["A"].supply, given["A"].value, given["A"].source) == ("host", "INFO", "LEVEL")
    assert given["A"].has_default
    assert (given["B"].supply, given["B"].value, given["B"].has_default) == ("host", None, False)
    assert (given["C"].value, given["C"].has_default) == ("none", True)
    assert [given[name].value for name in "DEFH"] == ["/srv/x", "$HOME", "$HOME", "y"]
    assert [given[name].supply for name in "GI"] == ["unknown", "unknown"]


def test_an_argument_is_seen_at_build_alone(read: Read) -> None:
    [image] = read("FROM python\nARG A=1 B\nENV C=2\n").workloads
    assert [one.name for one in image.variables if one.at_build] == ["A", "B"]
    assert [one.has_default for one in image.variables] == [True, False, False]


def test_a_stage_has_what_the_stage_below_it_has(read: Read) -> None:
    base, last = read(
        "FROM python:3 AS base\nENV A=1\nCMD a\nFROM node AS assets\nENV B=2\nFROM Base\nENV C=3\n"
    ).workloads[::2]
    assert (base.name, last.name, last.image) == ("base", "api", "python:3")
    assert _said(last) == {"A": (2, "literal", "1"), "C": (7, "literal", "3")}
    assert last.command == ("a",)


def test_files_are_found_where_they_are_copied_to(read: Read) -> None:
    [image] = read(
        "FROM python\nWORKDIR /srv\nWORKDIR app\nCOPY --chown=a:b config.toml ./settings/\n"
        'COPY ["app", "./app"]\nADD a.toml b.toml /etc/x\nCOPY --from=node /dist static\n'
    ).workloads
    assert [(one.source, one.target, one.origin.line) for one in image.mounts] == [
        ("config.toml", "/srv/app/settings/config.toml", 4),
        ("app", "/srv/app/app", 5),
        ("a.toml", "/etc/x/a.toml", 6),
        ("b.toml", "/etc/x/b.toml", 6),
        (None, "/srv/app/static", 7),
    ]
    assert image.folder == "/srv/app"


@pytest.mark.parametrize(
    "lines",
    [
        'ENTRYPOINT ["gunicorn"]\nCMD ["-w", "2"]',
        "CMD gunicorn -w '2'",
        "CMD exec\nCMD gunicorn -w 2",
    ],
)
def test_the_command_is_put_together(read: Read, lines: str) -> None:
    [image] = read(f"FROM python\n{lines}\n").workloads
    assert image.command == ("gunicorn", "-w", "2")


def test_what_cannot_be_read_is_said(read: Read) -> None:
    [problem] = read("FROM python\nENV A=1 \\\n  s3cret\n").problems
    assert str(problem.origin) == "api/Dockerfile:3"
    assert "s3cret" not in str(problem)
    assert read("ENV A=1\n").problems[0].found == "no FROM"
    assert read_dockerfile("gone", "/nowhere/Dockerfile").problems[0].wanted == "a readable file"


def test_no_text_is_too_odd_or_too_long(read: Read) -> None:
    assert read("FROM python\nCMD " + "[" * 90_000 + "\nCOPY " + "[" * 1000).problems == ()
    assert read("#" * 100_001).problems[0].wanted == "at most 100,000"


def test_lines_of_an_instruction_are_counted_from_its_first() -> None:
    [found] = instructions("Dockerfile", "\n\nRUN a \\\n  b\n")
    assert (found.name, found.origin.line, found.origins["b"].line) == ("RUN", 3, 4)
