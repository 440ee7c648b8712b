"""A long text of anything is read, or refused; one that hangs meets the timeout of all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

from .loading import refused

if TYPE_CHECKING:
    from pathlib import Path

MEBIBYTE = 1024 * 1024
SIZE = MEBIBYTE // 4
"""With a time that grew with a power of the length, this would seem to hang."""


def filled(unit: str, size: int = SIZE) -> str:
    return unit * (size // len(unit.encode()))


def numbered(form: str, size: int = SIZE) -> str:
    """Return lines or items with numbers in them, so that each is another one."""
    parts = map(form.format, range(size // len(form)))
    return "".join(parts)[:size].rpartition(form[-1])[0] + form[-1]


SOUND = {
    "comments": filled("# nothing\n"),
    "empty comments": filled("#\n"),
    "one comment": "#" * SIZE,
    "line breaks": "\n" * SIZE,
    "blanks": " " * SIZE,
    "one text": f'PROJECT_NAME = "{filled("a")}"',
    "a text of dots": f'PROJECT_NAME = "{filled("a.")}"',
    "a text of escapes": f'PROJECT_NAME = "{filled(chr(92) * 2)}"',
    "a text of lines": f'PROJECT_NAME = """{filled("a.b = 1 # [a]" + chr(10))}"""',
    "a text of quotes": f"PROJECT_NAME = '{filled(chr(34))}'",
    "many short texts": "CORS_ORIGINS = [" + filled('"http://a",') + "]",
}
REFUSED = {
    "unknown keys": numbered("k{} = 1\n"),
    "unknown keys in a table": "[a]\n" + numbered("k{} = 1\n"),
    "unknown keys in one line": f"x = {{{numbered('k{}=1,')}a=1}}",
    "tables": numbered("[a{}]\n"),
    "arrays of tables": filled("[[a]]\n"),
    "arrays of tables in each other": filled("[[a]]\n[[a.b]]\n"),
    "one key again and again": filled("a=1\n"),
    "lines that are nothing": filled("?\n"),
    "values that are nothing": filled("A = b\n"),
    "words": filled("a "),
    "one word": filled("a"),
    "dots": filled("."),
    "equals signs": filled("="),
    "double quotes": filled('"'),
    "single quotes": filled("'"),
    "quotes in turn": filled("'\""),
    "opening brackets": filled("["),
    "closing brackets": filled("]"),
    "opening braces": filled("{"),
    "commas": "x = [" + filled(","),
    "carriage returns": filled("\r"),
    "a text that is not closed": 'PROJECT_NAME = "' + filled("a"),
    "escapes that are not closed": 'PROJECT_NAME = "' + filled("\\\\"),
    "texts that are not closed": filled('a = """\n'),
    "a list that is not closed": "CORS_ORIGINS = [\n" + filled("1,\n"),
    "lists that are not closed": filled("x=[\n"),
    "inline tables that are not closed": filled("x={a=1,\n"),
    "a list of numbers": "CORS_ORIGINS = [" + filled("1,") + "]",
    "a list of empty tables": "CORS_ORIGINS = [" + filled("{},") + "]",
    "digits": "WEB_THREADS = " + filled("9"),
    "digits of a fraction": f"WEB_TIMEOUT = {filled('9')}.0",
    "digits in base 16": "WEB_THREADS = 0x" + filled("f"),
    "a dotted key": f"{filled('a.')}a = 1",
    "a dotted key with blanks": f"{filled('a . ')}a = 1",
    "a dotted key in quotes": filled("'a'.") + "a = 1",
    "a dotted key in a list": "x = [\n{" + filled("a.") + "a = 1}]",
    "a dotted key in a list in a table": "[a]\nx = [[1], {" + filled("a.") + "a = 1}]",
    "a dotted header": f"[{filled('a.')}a]",
    "a long name": f'"{filled("a")}" = 1',
    "a long line behind a fault": "MONGO_HOST = mongo # " + filled("a=b "),
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_text_is_read(text: str, folder: Path) -> None:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    assert Settings().WEB_THREADS == 1


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_other_text_is_refused_in_few_words(text: str, folder: Path) -> None:
    (folder / "config.toml").write_text(text, encoding="utf-8", newline="")
    with pytest.raises(ConfigError) as refusal:
        Settings()
    assert all(problem.origin and problem.origin.line for problem in refusal.value.problems)
    assert len(refusal.value.problems) <= 1001
    assert max(map(len, str(refusal.value).split("\n"))) < 600


@pytest.mark.parametrize("name", ["unknown keys", "one word", "a dotted key in a list"])
def test_override_is_no_other(name: str, folder: Path) -> None:
    (folder / "worker.toml").write_text(REFUSED[name], encoding="utf-8")
    with pytest.raises(ConfigError, match=r"worker\.toml:"):
        Settings(override_path="worker.toml")


def test_byte_more_than_a_mebibyte_is_refused(folder: Path) -> None:
    (folder / "config.toml").write_bytes(b"#" * (MEBIBYTE + 1))
    problem = refused()
    assert problem.found == "1,048,577 bytes or more"
    assert problem.wanted.startswith("at most 1 MiB")


def test_mebibyte_to_the_byte_is_read(folder: Path) -> None:
    (folder / "config.toml").write_bytes(b"#" * MEBIBYTE)
    assert Settings()


@pytest.mark.parametrize("size", [MEBIBYTE, MEBIBYTE + 1])
def test_secret_may_have_a_mebibyte_too(size: int, folder: Path) -> None:
    file = folder / "secrets" / "SECRET_KEY"
    file.write_bytes(b"s" * size)
    file.chmod(0o400)
    if size <= MEBIBYTE:
        assert len(Settings(secrets_dir="secrets").SECRET_KEY) == size
    else:
        assert "1 MiB" in refused(secrets_dir="secrets").wanted


def test_long_env_file_is_read(folder: Path) -> None:
    (folder / ".env").write_text(filled("A=1\n", SIZE // 8), encoding="utf-8")
    assert Settings()


def test_env_file_has_at_most_a_mebibyte(folder: Path) -> None:
    (folder / ".env").write_text("#" * (MEBIBYTE + 1), encoding="utf-8")
    assert "1 MiB" in refused().wanted


def test_unknown_keys_beyond_the_first_thousand_are_one_problem(folder: Path) -> None:
    (folder / "config.toml").write_text(numbered("k{} = 1\n"), encoding="utf-8")
    with pytest.raises(ConfigError) as refusal:
        Settings()
    *thousand, last = refusal.value.problems
    assert len(thousand) == 1000
    assert last.found == "more unknown keys, from this line on"
    assert last.origin
    assert last.origin.line == 1001
