"""What programs read of an error: its problems, and what each of them is about."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Problem, Settings

from .case import Case, refusal_of
from .cases import CASES

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger
    from .conftest import Refuse

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")


def only(error: ConfigError) -> Problem:
    [problem] = error.problems
    return problem


def test_wrong_type_of_a_key(refuse: Refuse) -> None:
    problem = only(refuse('# broker\nKAFKA_MAX_POLL_RECORDS = "500"\n'))
    assert problem.key == "KAFKA_MAX_POLL_RECORDS"
    assert problem.found == '"500" (a string)'
    assert problem.wanted == "an integer number of records greater than 0"
    assert problem.hint == "drop the quotes: KAFKA_MAX_POLL_RECORDS = 500"
    assert (problem.section, problem.plugin) == ("Kafka", "kafka")
    assert problem.related == ()
    origin = problem.origin
    assert origin is not None
    assert (origin.layer, origin.name) == ("base file", "config.toml")
    assert (origin.line, origin.column) == (2, None)


def test_rule_between_keys_cites_the_others(refuse: Refuse) -> None:
    error = refuse("DLQ_WARNING_THRESHOLD = 9\n", env={"INTEGR8S_DLQ_CRITICAL_THRESHOLD": "5"})
    problem = only(error)
    assert (problem.key, problem.section, problem.plugin) == ("DLQ_WARNING_THRESHOLD", "Dlq", "dlq")
    [(key, origin)] = problem.related
    assert key == "DLQ_CRITICAL_THRESHOLD"
    assert origin.layer == "environment"
    assert "DLQ_CRITICAL_THRESHOLD is 5" in problem.hint


def test_bad_toml_has_a_place_and_no_key(refuse: Refuse) -> None:
    problem = only(refuse("\n  MONGO_HOST = mongo\n"))
    assert (problem.key, problem.section, problem.plugin) == (None, None, None)
    assert problem.origin is not None
    assert (problem.origin.line, problem.origin.column) == (2, 16)


def test_key_twice_has_both_places(refuse: Refuse) -> None:
    problem = only(refuse("REDIS_DB = 1\n\nREDIS_DB = 2\n"))
    assert (problem.key, problem.section, problem.plugin) == ("REDIS_DB", "Redis", "redis")
    assert problem.origin is not None
    assert (problem.origin.line, problem.origin.column) == (3, 1)
    assert [str(origin) for _, origin in problem.related] == ["config.toml:1"]


def test_unknown_key_has_no_section(refuse: Refuse) -> None:
    problem = only(refuse("FAVOURITE_COLOUR = 1\n"))
    assert (problem.key, problem.section, problem.plugin) == ("FAVOURITE_COLOUR", None, None)


def test_swallowed_key_has_its_section(refuse: Refuse) -> None:
    problem = only(refuse("[redis]\nREDIS_DB = 1\n"))
    assert (problem.key, problem.section, problem.plugin) == ("REDIS_DB", "Redis", "redis")


@pytest.mark.parametrize(
    ("request_", "layer"),
    [
        ({"env": {"INTEGR8S_REDIS_DB": "x"}}, "environment"),
        ({"files": {".env": "INTEGR8S_REDIS_DB=x\n"}}, "env file"),
        ({"files": {"w.toml": "REDIS_DB = -1\n"}, "override_path": "w.toml"}, "override file"),
        ({"overrides": {"REDIS_DB": "x"}}, "overrides"),
    ],
)
def test_origin_names_the_layer(request_: dict[str, object], layer: str, refuse: Refuse) -> None:
    problem = only(refuse(**request_))  # type: ignore[arg-type]
    assert problem.origin is not None
    assert problem.origin.layer == layer


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=CASES)
def test_error_is_whole_and_alone(
    name: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stranger: Stranger
) -> None:
    for plugin, source in case.plugins.items():
        stranger(source, plugin)
    error = refusal_of(case, tmp_path, monkeypatch)
    assert type(error) is ConfigError
    assert error.__cause__ is None
    assert error.__context__ is None
    assert all(isinstance(problem, Problem) for problem in error.problems)
    assert all(problem.found and problem.wanted and problem.hint for problem in error.problems)
    assert all(problem.key or problem.plugin or problem.origin for problem in error.problems)
    assert str(error).startswith(f"{len(error.problems)} problem")


def test_text_of_a_problem_is_its_part_of_the_error(refuse: Refuse) -> None:
    error = refuse("MONGO_PORT = 0\nMONGO_HOST = mongo\n")
    assert str(error).split("\n\n")[1:] == [str(problem) for problem in error.problems]


def test_repr_names_what_is_wrong(refuse: Refuse) -> None:
    error = refuse("MONGO_PORT = 0\nMONGO_HOST = mongo\n")
    assert repr(error) == "ConfigError(MONGO_PORT, config.toml:2:14)"


def test_error_can_be_sent_to_another_process(refuse: Refuse) -> None:
    error = refuse("MONGO_PORT = 0\nMONGO_HOST = mongo\n")
    copy = pickle.loads(pickle.dumps(error))
    assert copy.problems == error.problems
    assert str(copy) == str(error)


def test_error_leaves_no_settings_behind(refuse: Refuse) -> None:
    refuse("MONGO_PORT = 0\n")
    assert Settings(overrides={"MONGO_PORT": 1}).MONGO_PORT == 1
