"""Whatever a problem holds, its text does nothing to a terminal and shows no password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Problem
from integr8s_conf.origin import LayerKind, Origin
from integr8s_conf.problems import render_warning
from integr8s_conf.resolve.toml_excerpt import excerpt

if TYPE_CHECKING:
    from .conftest import Refuse

RED = "\x1b[31m"


def test_every_part_of_a_problem_is_escaped() -> None:
    origin = Origin(LayerKind.BASE_FILE, f"{RED}.toml", 1)
    problem = Problem(f"{RED}key", f"{RED}found", f"{RED}wanted\n", origin, f"{RED}hint\u2028\r")
    for text in (str(problem), str(ConfigError([problem])), str(origin), render_warning(problem)):
        assert all(line.isprintable() for line in text.split("\n"))
        assert r"\x1b[31m" in text


def test_lines_of_a_text_stay_apart() -> None:
    assert str(Problem("A", "one\ntwo", "b")) == (
        "  A\n    found   one\n            two\n    wanted  b"
    )


@pytest.mark.parametrize("padding", ["", " " * 30, " " * 70, " " * 150, "x" * 300])
@pytest.mark.parametrize("column", [1, 12, 50, 90, 120, 200, 400])
def test_password_in_a_faulty_line_is_masked_wherever_it_is_cut(
    padding: str, column: int, refuse: Refuse
) -> None:
    line = f"APP_URL = {padding}https://otel:swordfish-{'x' * 50}@jaeger # {padding}"
    assert "swordfish" not in excerpt(line, column)
    assert "swordfish" not in str(refuse(f"{line}\n"))


@pytest.mark.parametrize("length", [0, 1, 60, 88, 89, 100, 1000])
def test_caret_stands_under_its_column(length: int) -> None:
    line = "x" * length + "!" + "y" * length
    shown, caret = excerpt(line, length + 1).split("\n")
    assert shown[caret.index("^")] == "!"
    assert len(shown) < 100


def test_caret_stands_under_its_column_behind_what_is_escaped() -> None:
    shown, caret = excerpt("a\x1b\tb\x00!", 6).split("\n")
    assert shown == r"a\x1b b\x00!"
    assert shown[caret.index("^")] == "!"


def test_caret_may_stand_behind_the_line() -> None:
    assert excerpt("MONGO_HOST =\r", 13) == "MONGO_HOST =\n            ^"
