"""The line that a problem names is the line of its key, whatever stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Refuse

LOOK_ALIKE = '"""\nREDIS_DB = -1\n[redis]\n# REDIS_DB = -2\n"""'


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("", 1),
        ("\n\n# REDIS_DB = 1\n", 4),
        ("\r\n\r\n", 3),
        ("\ufeff\n", 2),
        (f"PROJECT_NAME = {LOOK_ALIKE}\n", 6),
        (f"PROJECT_NAME = {LOOK_ALIKE}\n".replace('"""', "'''"), 6),
        ('CORS_ORIGINS = [\n  "https://a", # REDIS_DB = 1\n\n  "https://b",\n]\n', 6),
        ('PROJECT_NAME = "# REDIS_DB = 1"\nMONGO_HOST = \'REDIS_DB = "\'\n', 3),
        ('PROJECT_NAME = """\\"""\nREDIS_DB = 0\n"""\n', 4),
        ('PROJECT_NAME = """a\n""""\n', 3),
        ("REDIS_DBS = 1\nXREDIS_DB = 1\n", 3),
    ],
)
@pytest.mark.parametrize("spelling", ["REDIS_DB", '"REDIS_DB"', "'REDIS_DB'", '"REDIS\\u005fDB"'])
def test_line_of_a_key_at_the_top_level(
    before: str, line: int, spelling: str, refuse: Refuse
) -> None:
    error = refuse(f"{before}{spelling} = -1\n")
    [problem] = [one for one in error.problems if one.key == "REDIS_DB"]
    assert str(problem.origin) == f"config.toml:{line}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[a]\nREDIS_DB = 1\n", 2),
        ("[a]\n\n[a.b]\nREDIS_DB = 1\n", 4),
        ("[ a . 'b' ]\nREDIS_DB = 1\n", 2),
        ("a.b.REDIS_DB = 1\n", 1),
        ("a.x = 1\na.REDIS_DB = 1\n", 2),
        ('[a]\n"REDIS_DB" = 1\n', 2),
        ("[[a]]\nx = 1\n[[a]]\nREDIS_DB = 1\n", 4),
        ("[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\nREDIS_DB = 1\n", 5),
        ("[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\nREDIS_DB = 1\n", 5),
        ("[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nREDIS_DB = 1\n", 6),
        ("a = { REDIS_DB = 1 }\n", 1),
        ("x = 1\na = { b = { x = 1, REDIS_DB = 1 } }\n", 2),
        ("a = [\n  { x = 1 },\n  { REDIS_DB = 1 },\n]\n", 3),
        ('a = [\n  { x = "," }, # ,\n  { x = [1, 2] },\n  { REDIS_DB = 1 },\n]\n', 4),
        (f"[a]\nx = {LOOK_ALIKE}\nREDIS_DB = 1\n", 7),
    ],
)
def test_line_of_a_key_within_tables(text: str, line: int, refuse: Refuse) -> None:
    error = refuse(text)
    [problem] = [one for one in error.problems if one.key == "REDIS_DB"]
    assert str(problem.origin) == f"config.toml:{line}"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("MONGO_HOST = mongo\n", 1, 14),
        ("\n\n  MONGO_HOST = mongo", 3, 16),
        ("# one\r\nMONGO_HOST = mongo\r\n", 2, 14),
        ('PROJECT_NAME = """\na\nb\n"""\nMONGO_HOST = mongo\n', 5, 14),
        ('CORS_ORIGINS = [\n  "https://a",\n  https://b,\n]\n', 3, 3),
        ('PROJECT_NAME = """\na\nb\\q\n"""\n', 3, 2),
        ('MONGO_HOST = "é" x\n', 1, 18),
        ("MONGO_HOST =", 1, 13),
        ('MONGO_HOST = "mongo', 1, 14),
        ('WEB_THREADS = 1\nMONGO_HOST = """\n\n\n', 2, 14),
        ("MONGO_HOST = '''\n\n\n", 1, 14),
        ("CORS_ORIGINS = [\n\n\n", 1, 16),
        ("CORS_ORIGINS = [", 1, 16),
        ('CORS_ORIGINS = ["a", "b\n]\n', 1, 22),
    ],
)
def test_place_of_a_fault(text: str, line: int, column: int, refuse: Refuse) -> None:
    [problem] = refuse(text).problems
    assert str(problem.origin) == f"config.toml:{line}:{column}"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("REDIS_DB = 1\nREDIS_DB = 2\n", 1, 2),
        ('REDIS_DB = 1\n"REDIS_DB" = 2\n', 1, 2),
        ("[a]\nREDIS_DB = 1\n\nREDIS_DB = 2\n", 2, 4),
        ("[a]\n[b]\n[a]\n", 1, 3),
        ("a.b = 1\na.b = 2\n", 1, 2),
        ("a = 1\n[a]\n", 1, 2),
        ("a = 1\n[a.b]\n", 1, 2),
        ("a = { b = 1 }\na.c = 2\n", 1, 2),
        ("a = { b = 1 }\n[a.c]\n", 1, 2),
        ("[[a]]\n[a]\n", 1, 2),
        ("a = []\n[[a]]\n", 1, 2),
        ("[a]\nb.c = 1\n[a.b]\n", 2, 3),
    ],
)
def test_both_places_of_what_is_there_twice(
    text: str, first: int, second: int, refuse: Refuse
) -> None:
    [problem] = [one for one in refuse(text).problems if one.related]
    assert problem.origin is not None
    assert problem.origin.line == second
    assert f"the first one is at config.toml:{first}" in problem.hint
