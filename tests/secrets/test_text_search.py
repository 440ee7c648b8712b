"""The search for secrets in a text, and for passwords in its URLs."""

from __future__ import annotations

import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integr8s_conf.secret import MASK, mask_secrets, mask_user_info

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="<>")
SECRETS = st.text(CHARACTERS, min_size=1).filter(str.strip)
WRITINGS = {
    "as it is": lambda text: text,
    "repr": lambda text: repr(text)[1:-1],
    "ascii": lambda text: ascii(text)[1:-1],
    "bytes": lambda text: repr(text.encode())[2:-1],
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON of all characters": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "repr within a longer text": lambda text: repr(f"'\"{text}")[4:-1],
    "repr of a repr": lambda text: repr(repr(f"'\"{text}"))[8:-3],
    "JSON in JSON": lambda text: json.dumps(json.dumps(text))[3:-3],
    "URL": lambda text: quote(text, safe=""),
    "URL's path": quote,
    "query": quote_plus,
    "URL in lower case": lambda text: text if text.isalpha() else _lower(quote(text, safe="")),
}


def _lower(quoted: str) -> str:
    parts = quoted.split("%")
    return "%".join([parts[0], *(part[:2].lower() + part[2:] for part in parts[1:])])


@pytest.mark.parametrize("writing", WRITINGS)
@given(secret=SECRETS)
@example(secret="it's")
@example(secret="%")
@example(secret="%25")
@example(secret='"')
@example(secret="'\\\"")
@example(secret="a\\'b")
@example(secret="~tilde and /slash")
def test_secret_is_found_in_every_way_of_writing(writing: str, secret: str) -> None:
    text = f"<{WRITINGS[writing](secret)}>"
    assert mask_secrets(text, [secret]) == f"<{MASK}>"


@given(secrets=st.lists(SECRETS, min_size=1, max_size=4))
def test_longest_of_several_secrets_is_masked_first(secrets: list[str]) -> None:
    text = "><".join(secrets)
    assert mask_secrets(f"<{text}>", secrets) == f"<{'><'.join([MASK] * len(secrets))}>"


@given(text=st.text())
def test_text_without_a_secret_stays_as_it_is(text: str) -> None:
    assert mask_secrets(text, ["a secret that is not in it", ""]) == mask_user_info(text)


def test_mask_itself_is_not_searched() -> None:
    assert mask_secrets("a*b", ["*", "a"]) == f"{MASK}{MASK}b"


@pytest.mark.parametrize("line", ["first-line-of-it", "second line of it"])
def test_line_of_a_secret_is_a_secret(line: str) -> None:
    secret = "first-line-of-it\nsecond line of it\nb"
    assert mask_secrets(f"<{line}>", [secret]) == f"<{MASK}>"
    assert mask_secrets("a b", [secret]) == "a b"


def test_secret_on_one_line_is_found() -> None:
    assert mask_secrets("<a lot of blanks>", ["a\n lot \tof blanks"]) == f"<{MASK}>"


@pytest.mark.parametrize("length", range(4, 16))
def test_beginning_of_a_secret_is_masked_where_the_text_was_cut(length: int) -> None:
    secret = "a-long-secret-of-many-words"
    cut = f"it is {secret[:length]}..."
    assert mask_secrets(cut, [secret]) == f"it is {MASK}..."
    assert mask_secrets(f"{cut} (after that)", [secret]) == f"it is {MASK}... (after that)"


@pytest.mark.parametrize("writing", WRITINGS)
def test_text_may_be_cut_within_the_escape_of_a_character(writing: str) -> None:
    secret = "abcdé\n'\t/\\ef%😀 gh"
    text = WRITINGS[writing](secret)
    for length in range(4, len(text) + 1):
        assert mask_secrets(f"<{text[:length]}...", [secret]) == f"<{MASK}..."


def test_end_that_is_no_beginning_of_a_secret_stays() -> None:
    assert mask_secrets("it is another...", ["secret"]) == "it is another..."
    assert mask_secrets("a sec", ["secret"]) == "a sec"


@pytest.mark.parametrize("writing", ["as it is", "repr"])
def test_very_long_secret_is_masked_whole(writing: str) -> None:
    secret = "a\n" * 10_000
    assert mask_secrets(f"<{WRITINGS[writing](secret)}>", [secret]) == f"<{MASK}>"


def test_very_long_secret_is_looked_for() -> None:
    assert mask_secrets("x..." * 100_000, ["y" * 1_000_000]) == "x..." * 100_000


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("http://user:password@host/x", "http://********@host/x"),
        ("http://user@host", "http://********@host"),
        ("redis://:password@host:6379/0", "redis://********@host:6379/0"),
        ("mongodb://u:p@ss@host", "mongodb://********@host"),
        ("smtp://me:pa/ss@host/x", "smtp://********@host/x"),
        ("smtp://me:pa?ss@host", "smtp://********@host"),
        ("smtp://me:pa#ss@host", "smtp://********@host"),
        ("smtp://me:12/34@host", "smtp://me:12/34@host"),
        ("a http://u:p@h b http://v:q@h c", "a http://********@h b http://********@h c"),
        ('["http://u:p@h","http://h/a@b"]', '["http://********@h","http://h/a@b"]'),
        ("http://host/path@x", "http://host/path@x"),
        ("http://host:80/path@x", "http://host:80/path@x"),
        ("user@host", "user@host"),
        ("http://host", "http://host"),
        ("", ""),
    ],
)
def test_user_and_password_of_a_url(text: str, masked: str) -> None:
    assert mask_user_info(text) == masked


@pytest.mark.parametrize("piece", ["://", "://:", "://a:b", "://a@", "@://", "://a:b/"])
def test_text_made_of_urls_does_not_hang(piece: str) -> None:
    mask_user_info(f"@{piece * (1024 * 1024 // len(piece))}")
