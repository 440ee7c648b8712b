"""A file is UTF-8, with a byte order mark or without; what a terminal would act on is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

from .loading import refused

if TYPE_CHECKING:
    from pathlib import Path

SOUND = {
    "empty": b"",
    "byte order mark alone": b"\xef\xbb\xbf",
    "byte order mark": b"\xef\xbb\xbfWEB_THREADS = 1",
    "line breaks of Windows": b"WEB_THREADS = 1\r\nWEB_TIMEOUT = 60\r\n",
    "both kinds of line breaks": b"WEB_THREADS = 1\r\nWEB_TIMEOUT = 60\n",
    "no line break at the end": b"WEB_THREADS = 1",
    "letters of everywhere": 'PROJECT_NAME = "пример 例 é" # комментарий'.encode(),
    "tabs": b"\tWEB_THREADS\t=\t1\t# one",
}
NOT_UTF_8 = {
    "latin-1": ('WEB_THREADS = 1\nMONGO_HOST = "m\xfcller"'.encode("latin-1"), "0xFC", (2, 16)),
    "cp1252 quotes": (b"MONGO_HOST = \x93mongo\x94", "0x93", (1, 14)),
    "cut within a letter": (b"# \xc3", "0xC3", (1, 3)),
    "surrogate": (b'MONGO_HOST = "\xed\xa0\x80"', "0xED", (1, 15)),
    "overlong": (b'MONGO_HOST = "\xc0\xaf"', "0xC0", (1, 15)),
    "after a letter of two bytes": ("# \xe9\n# \xe9".encode() + b"\xff", "0xFF", (2, 4)),
    "little-endian UTF-16": ('MONGO_HOST = "a"'.encode("utf-16"), "UTF-16", (1, 1)),
    "big-endian UTF-16": (b"\xfe\xff" + 'MONGO_HOST = "a"'.encode("utf-16-be"), "UTF-16", (1, 1)),
    "UTF-16 without a mark": ('MONGO_HOST = "a"'.encode("utf-16-le"), "UTF-16", (1, 1)),
    "UTF-16 without a mark, the other way": ("A = 1".encode("utf-16-be"), "UTF-16", (1, 1)),
}
UNSEEN = {
    "NUL": ('MONGO_HOST = "mon\0go"', "U+0000", (1, 18)),
    "escape": ('MONGO_HOST = "\x1b[31m"', "U+001B", (1, 15)),
    "escape in a comment": ("# \x1b[2J", "U+001B", (1, 3)),
    "escape between keys": ("\x1b[31m\nWEB_THREADS = 1", "U+001B", (1, 1)),
    "backspace": ("WEB_THREADS = \b1", "U+0008", (1, 15)),
    "delete": ('MONGO_HOST = "\x7f"', "U+007F", (1, 15)),
    "no-break space": ("WEB_THREADS =\u00a01", "U+00A0", (1, 14)),
    "zero width space": ("WEB_THREADS\u200b = 1", "U+200B", (1, 12)),
    "byte order mark within": ("WEB_TIMEOUT = 60\n\ufeffWEB_THREADS = 1", "U+FEFF", (2, 1)),
    "right-to-left override": ("MONGO_HOST = \u202e", "U+202E", (1, 14)),
    "line separator": ("WEB_THREADS = 1\u2028WEB_TIMEOUT = 60", "U+2028", (1, 16)),
    "lone carriage return": ('MONGO_HOST = "a"\rWEB_THREADS = 1', "carriage return", (1, 17)),
    "carriage return in a text": ('MONGO_HOST = "a\rb"', "carriage return", (1, 16)),
}


@pytest.mark.parametrize("content", SOUND.values(), ids=SOUND)
def test_sound_file_is_read(content: bytes, folder: Path) -> None:
    (folder / "config.toml").write_bytes(content)
    assert Settings().WEB_THREADS == 1


@pytest.mark.parametrize(("content", "words", "place"), NOT_UTF_8.values(), ids=NOT_UTF_8)
def test_other_encoding_is_refused_at_its_place(
    content: bytes, words: str, place: tuple[int, int], folder: Path
) -> None:
    (folder / "config.toml").write_bytes(content)
    problem = refused()
    assert words in problem.found
    assert problem.origin
    assert (problem.origin.line, problem.origin.column) == place
    assert problem.hint == "save the file as UTF-8"


@pytest.mark.parametrize(("text", "words", "place"), UNSEEN.values(), ids=UNSEEN)
def test_character_that_is_not_seen_is_named_at_its_place(
    text: str, words: str, place: tuple[int, int], folder: Path
) -> None:
    (folder / "config.toml").write_text(text, encoding="utf-8", newline="")
    problem = refused()
    assert words in problem.found.split("\n")[0]
    assert problem.origin
    assert (problem.origin.line, problem.origin.column) == place


@pytest.mark.parametrize("text", ['"\\u001b[31m" = 1', '["\\u001b[31m"]', "[a]\n'\u202e' = 1"])
def test_names_of_unknown_keys_are_escaped(text: str, folder: Path) -> None:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    problem = refused()
    assert problem.key
    assert problem.key.isprintable()
    assert "\\" in problem.key


@pytest.mark.parametrize("value", ['"\\u001b[31m"', '"""\\u0000"""', '"\u202e"'])
def test_values_are_escaped(value: str, folder: Path) -> None:
    (folder / "config.toml").write_text(f"LOG_LEVEL = {value}", encoding="utf-8")
    assert "\\" in refused().found


def test_env_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / ".env").write_bytes(b"INTEGR8S_MONGO_HOST=m\xfcller")
    assert "UTF-8" in refused().found


def test_secret_file_in_another_encoding_is_refused_and_not_shown(folder: Path) -> None:
    (folder / "secrets" / "SECRET_KEY").write_bytes(b"swordfish\xff")
    problem = refused(secrets_dir="secrets")
    assert "UTF-8" in problem.found
    assert "swordfish" not in str(problem)
