"""Problems come by layer, file and line, then by declaration; the text is always the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Refuse

LINES = [
    "MONGO_PORT = 0",
    "web_threads = 4",
    "WEB_TIMEOUT = '60'",
    "LOG_LEVEL = DEBUG",
    "APP_URL = 'app'",
    "KAFKA_MAX_POLL_RECORDS = 0",
    "FAVOURITE_COLOUR = 'blue'",
    "// nothing",
]


@pytest.mark.parametrize("seed", range(5))
def test_problems_of_a_file_come_in_its_order(seed: int, refuse: Refuse) -> None:
    lines = random.Random(seed).sample(LINES, len(LINES))
    error = refuse("\n".join(lines))
    assert [problem.origin.line for problem in error.problems if problem.origin] == list(
        range(1, len(lines) + 1)
    )


def test_base_comes_before_override_whatever_their_names(refuse: Refuse) -> None:
    error = refuse(
        files={"z.toml": "\n\nMONGO_PORT = 0\n", "a.toml": "REDIS_PORT = 0\n"},
        config_path="z.toml",
        override_path="a.toml",
    )
    assert [str(problem.origin) for problem in error.problems] == ["z.toml:3", "a.toml:1"]


def test_variables_come_in_the_order_of_declarations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").touch()
    monkeypatch.chdir(tmp_path)
    wrong = ["INTEGR8S_SERVER_PORT", "INTEGR8S_MONGO_PORT", "INTEGR8S_REDIS_PORT"]
    texts = set()
    for names in (wrong, wrong[::-1]):
        with monkeypatch.context() as patch:
            for name in names:
                patch.setenv(name, "0")
            with pytest.raises(ConfigError) as refusal:
                Settings()
        texts.add(str(refusal.value))
    assert len(texts) == 1
    declared = [key for key in Settings() if key in ("MONGO_PORT", "REDIS_PORT", "SERVER_PORT")]
    assert [problem.key for problem in refusal.value.problems] == declared


def test_problems_on_one_line_come_in_the_order_of_declarations(refuse: Refuse) -> None:
    error = refuse("x = { SERVER_PORT = 1, MONGO_PORT = 2, REDIS_PORT = 3 }\n")
    keys = [problem.key for problem in error.problems]
    assert keys == ["MONGO_PORT", "REDIS_PORT", "SERVER_PORT"]


def test_each_problem_is_told_once(refuse: Refuse) -> None:
    """A file that is base and override in one has its faults in both layers, each with one text."""
    error = refuse("MONGO_HOST = mongo\n", override_path="config.toml")
    assert len(error.problems) == len(set(error.problems))


def test_second_load_says_the_same(refuse: Refuse) -> None:
    base = "\n".join(LINES)
    assert str(refuse(base)) == str(refuse(base))
