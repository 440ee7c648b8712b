"""Each misconfiguration of the table is refused, with its key, its place and a useful hint."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

from .deployment import SETTINGS, install, key_at_fault, line_number, origin_text, place_of
from .misconfiguration import Misconfiguration
from .table import ROWS, TABLE

if TYPE_CHECKING:
    from pathlib import Path

    from integr8s_conf import Problem

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_is_refused(row: Misconfiguration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    request = install(row, tmp_path, monkeypatch)

    with pytest.raises(ConfigError) as refusal:
        Settings(**request)

    error = refusal.value
    problem = _the_problem(error, row)
    _assert_place(problem, row)
    _assert_words(problem, row)
    _assert_absent(error, row)
    assert row.among_others or len(error.problems) == 1, str(error)


def test_deployment_itself_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is refused above is refused for its edit."""
    request = install(Misconfiguration("no edit"), tmp_path, monkeypatch)
    assert Settings(**request).KAFKA_SESSION_TIMEOUT_MS == 45000


@pytest.mark.parametrize(
    "name", sorted(path.name for path in SETTINGS.glob("config.*.toml") if "test" not in path.name)
)
def test_worker_of_the_deployment_is_sound(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = install(Misconfiguration("no edit", override_path=name), tmp_path, monkeypatch)
    assert Settings(**request).TRACING_SERVICE_NAME


def test_table_is_large() -> None:
    assert len(ROWS) >= 110


def test_names_are_distinct() -> None:
    assert len(ROWS) == sum(map(len, TABLE.values()))


@pytest.mark.parametrize("kind", TABLE)
def test_kind_is_covered(kind: str) -> None:
    assert len(TABLE[kind]) >= 8


def test_edits_are_distinct() -> None:
    edits = {
        (
            row.config_path,
            row.override_path,
            row.line,
            row.append,
            row.override,
            row.env_file,
            *(
                tuple(sorted(mapping.items()))
                for mapping in (row.replace, row.before, row.env, row.secret_files, row.files)
            ),
            row.key,
        )
        for row in ROWS.values()
    }
    assert len(edits) == len(ROWS)


def _the_problem(error: ConfigError, row: Misconfiguration) -> Problem:
    """Return the problem of the row's key; of the row's place where no key is named."""
    key, place = key_at_fault(row), origin_text(place_of(row))
    named = [
        problem
        for problem in error.problems
        if (problem.key == key if key else place in str(problem.origin))
    ]
    assert named, f"no problem of {key or place} in:\n{error}"
    return named[0]


def _assert_place(problem: Problem, row: Misconfiguration) -> None:
    place = place_of(row)
    assert problem.origin is not None, str(problem)
    if place.line is None:
        assert place.name in str(problem.origin)
    else:
        assert problem.origin.line == line_number(place), str(problem)
        assert str(problem.origin).startswith(origin_text(place)), str(problem)
    assert problem.origin.column or not row.column, str(problem)
    for other in row.also:
        assert origin_text(other) in str(problem)


def _assert_words(problem: Problem, row: Misconfiguration) -> None:
    assert problem.hint, f"no hint in:\n{problem}"
    for words, text in (
        (row.wanted, problem.wanted),
        (row.hint, problem.hint),
        (row.says, str(problem)),
    ):
        for word in (words,) if isinstance(words, str) else words:
            assert word.lower() in text.lower(), f"no {word!r} in {text!r} of:\n{problem}"


def _assert_absent(error: ConfigError, row: Misconfiguration) -> None:
    said = [str(error), repr(error), *traceback.format_exception(error)]
    for problem in error.problems:
        said += [str(problem), repr(problem)]
    for text in (row.absent,) if isinstance(row.absent, str) else row.absent:
        assert not any(text in one for one in said), f"{text!r} is shown in:\n{error}"
