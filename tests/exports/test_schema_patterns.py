r"""Python's patterns as JSON Schema has them: readable by both, and never stricter."""

from __future__ import annotations

import re

import pytest
import regress
from hypothesis import given
from hypothesis import strategies as st

from integr8s_conf.export.ecma_pattern import ecma_pattern

TRANSLATED = {
    "[a-z]+": "^[a-z]+$",
    "^[a-z]+$": "^[a-z]+$",
    r"\A[a-z]+\Z": "^[a-z]+$",
    "a|b": "^(?:a|b)$",
    "(?P<year>[0-9]{4})-x": "^([0-9]{4})-x$",
    "(?:a)(?!c)b": "^(?:a)(?!c)b$",
    "a{,3}": "^a{0,3}$",
    "{a}": r"^\{a\}$",
    r"\@\-\.": r"^@-\.$",
    r"[\@\-\]]": r"^[@\-\]]$",
    "a.b": r"^a[^\n]b$",
    "": "^$",
}
LEFT_OUT = (
    "(?i)abc",
    "(?i:a)bc",
    "(?x) a",
    "(?<=a)b",
    "(?<!a)b",
    "(?P<q>a)(?P=q)",
    "(?>a)b",
    "a++b",
    "a{2}+",
    "a(?#comment)",
    r"\babc\b",
    r"\101",
    r"\0",
    "[]a]",
    r"[^\S]",
    r"(?!\d)a",
    r"a$\n",
    "a{,}",
)
LENIENT = (
    r"\d+",
    r"[\d.]+",
    r"[^\d]+",
    r"\D+",
    r"\w+",
    r"[\w-]+",
    r"[^\w]+",
    r"\W+",
    r"\s+",
    r"[\s,]+",
    r"[^\s]+",
    r"\S+",
    r"[\S]+",
    ".+",
    "(a)?b|é{2}",
)


@pytest.mark.parametrize("pattern", TRANSLATED)
def test_pattern_is_anchored_and_written_as_ecma_262_does(pattern: str) -> None:
    assert ecma_pattern(pattern) == TRANSLATED[pattern]


@pytest.mark.parametrize("pattern", LEFT_OUT)
def test_what_ecma_262_reads_in_another_way_is_left_out(pattern: str) -> None:
    re.compile(pattern)
    assert ecma_pattern(pattern) is None


@pytest.mark.parametrize("pattern", [*TRANSLATED, *LENIENT])
@given(data=st.data())
def test_no_text_that_matches_is_refused(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    translated = ecma_pattern(pattern)
    assert translated is not None
    assert re.search(translated, text)
    assert regress.Regex(translated, "u").find(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\d", "\u0663"),
        (r"[\w.]", "\u00e9"),
        (r"\s", "\x1c"),
        (r"[\s]", "\x85"),
        (r"\S", "\ufeff"),
        (r"[\S]", "\ufeff"),
        (".", "\u2028"),
        ("a$", "a"),
    ],
)
def test_text_that_the_two_see_in_another_way_is_not_refused(pattern: str, text: str) -> None:
    assert re.fullmatch(pattern, text)
    translated = ecma_pattern(pattern)
    assert translated is not None
    assert re.search(translated, text)
    assert regress.Regex(translated, "u").find(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"\d+", "x"), (r"\w+", "-"), (r"\s+", "\ufeff"), (r"[^\s]+", "\u2028"), ("[a-z]+", "aB")],
)
def test_text_that_does_not_match_is_refused(pattern: str, text: str) -> None:
    translated = ecma_pattern(pattern)
    assert translated is not None
    assert not re.search(translated, text)
    assert not regress.Regex(translated, "u").find(text)
