"""Neighbours that say the same, such as the keys below one stray header, say it once."""

from __future__ import annotations

from integr8s_conf import ConfigError, Problem
from integr8s_conf.origin import LayerKind, Origin


def problem(key: str, line: int, hint: str = "drop the header [a]") -> Problem:
    origin = Origin(LayerKind.BASE_FILE, "config.toml", line)
    return Problem(key, "a key in a table", "the key at the top level", origin, hint)


def test_alike_neighbours_share_their_text() -> None:
    error = ConfigError([problem("A", 1), problem("B", 2), problem("C", 3)])
    assert str(error) == (
        "3 problems in the configuration\n\n"
        "  A   config.toml:1\n"
        "  B   config.toml:2\n"
        "  C   config.toml:3\n"
        "    found   a key in a table\n"
        "    wanted  the key at the top level\n"
        "    hint    drop the header [a]"
    )


def test_others_do_not() -> None:
    error = ConfigError([problem("A", 1), problem("B", 2, "another"), problem("C", 3)])
    assert str(error).count("found") == 3
    assert len(str(error).split("\n\n")) == 4


def test_problems_stay_apart_for_programs() -> None:
    assert len(ConfigError([problem("A", 1), problem("B", 2)]).problems) == 2
