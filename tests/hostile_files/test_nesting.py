"""At most 64 levels of nesting, of whatever kind; deeper ones are refused without a crash."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

from .loading import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DEEPEST = 64


def lists(depth: int) -> str:
    return f"CORS_ORIGINS = {'[' * depth}1{']' * depth}"


def lists_over_lines(depth: int) -> str:
    return f"CORS_ORIGINS = {'[ # {' * depth}".replace("{", "\n") + "1" + "]" * depth


def inline_tables(depth: int) -> str:
    return f"a = {'{a = ' * (depth - 1)}1{'}' * (depth - 1)}"


def lists_and_tables(depth: int) -> str:
    half = depth // 2
    return f"a = {'[{a = ' * half}1{'}]' * half}"


def dotted_key(depth: int) -> str:
    return ".".join(["a"] * depth) + " = 1"


def header(depth: int) -> str:
    return f"[{'.'.join(['a'] * depth)}]"


def header_of_an_array(depth: int) -> str:
    return f"[[{'.'.join(['a'] * depth)}]]"


def key_below_a_header(depth: int) -> str:
    half = depth // 2
    return f"{header(half)}\n{dotted_key(depth - half)}"


def plain_key_below_a_header(depth: int) -> str:
    return f"{header(depth - 1)}\na = 1"


FORMS: tuple[Callable[[int], str], ...] = (
    lists,
    lists_over_lines,
    inline_tables,
    lists_and_tables,
    dotted_key,
    header,
    header_of_an_array,
    key_below_a_header,
    plain_key_below_a_header,
)


@pytest.mark.parametrize("depth", [80, 500, 2_000, 20_000])
@pytest.mark.parametrize("form", FORMS)
def test_deep_nesting_is_refused(form: Callable[[int], str], depth: int, folder: Path) -> None:
    (folder / "config.toml").write_text(form(depth), encoding="utf-8")
    problem = refused()
    assert problem.found == f"nesting deeper than {DEEPEST} levels"
    assert str(problem.origin).startswith("config.toml:")


@pytest.mark.parametrize("depth", [80, 2_000, 200_000])
def test_lists_that_are_never_closed_are_refused(depth: int, folder: Path) -> None:
    (folder / "config.toml").write_text(f"CORS_ORIGINS = {'[' * depth}", encoding="utf-8")
    assert str(refused().origin).startswith("config.toml:1:")


@pytest.mark.parametrize("form", FORMS)
def test_nesting_up_to_the_limit_is_no_fault_of_the_file(
    form: Callable[[int], str], folder: Path
) -> None:
    """There are other things to say of it: no key has such a value."""
    (folder / "config.toml").write_text(form(DEEPEST - 2), encoding="utf-8")
    assert "nesting" not in refused().found


@pytest.mark.parametrize("form", FORMS)
def test_deep_recursion_of_the_caller_is_no_silent_loss(
    form: Callable[[int], str], folder: Path
) -> None:
    """Close to the limit of the interpreter a load fails, one way or another, but never lies."""
    (folder / "config.toml").write_text(f"WEB_THREADS = 7\n{form(20)}", encoding="utf-8")

    def dive(levels: int) -> int | None:
        if levels:
            return dive(levels - 1)
        try:
            return int(Settings().WEB_THREADS)
        except (ConfigError, RecursionError):
            return None

    room = sys.getrecursionlimit() - _depth()
    assert all(dive(levels) is None for levels in range(room - 200, room - 10, 3))


def test_deep_values_of_variables_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_CORS_ORIGINS", "[" * 100_000)
    assert refused().key == "CORS_ORIGINS"


def _depth() -> int:
    frame, depth = sys._getframe(), 0
    while frame := frame.f_back:  # type: ignore[assignment]
        depth += 1
    return depth
