"""Any text arrives as it was given, by each of the ways: no secret is ever interpreted."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integr8s_conf import ConfigError, ConfigWarning, Secret, Settings

from .ways import ENV_FILES, SECRET_FILES, TOML_FILES, VARIABLES, WAYS, overrides, write

if TYPE_CHECKING:
    from .ways import Way

CHARACTERS = st.characters(exclude_categories=["Cs"])
NO_NUL = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TOKENS = (
    "12345",
    "true",
    "1e5",
    "@int 5",
    "@format {env[HOME]}",
    "@jinja {{ 1 }}",
    "@read_file /etc/hostname",
    "@none",
    "${HOME}",
    "$HOME",
    "%(x)s",
    "dynaconf_merge",
    "[1, 2]",
    "{a = 1}",
    '"quoted"',
    " blanks ",
    "#comment",
    "a #b",
    "\ufeffmark",
    "line\r\nline\rline\n",
)


def arrived(way: Way, key: str, text: str) -> str:
    """Return what settings give for a secret that comes by one of the ways."""
    with (
        tempfile.TemporaryDirectory() as name,
        pytest.MonkeyPatch.context() as patch,
        warnings.catch_warnings(),
    ):
        folder = Path(name)
        write(folder / "config.toml", "")
        asked = {"config_path": folder / "config.toml", **way(folder, patch, key, text)}
        warnings.simplefilter("ignore", ConfigWarning)
        value = Settings(**asked)[key]
        assert type(value) is Secret
        return str(value)


@pytest.mark.parametrize("way", [*VARIABLES, *ENV_FILES])
@given(text=st.text(NO_NUL, min_size=1))
@example("\x7f")
@example("'\\'")
def test_variable_gives_any_text(way: Way, text: str) -> None:
    assert arrived(way, "REDIS_PASSWORD", text) == text


@pytest.mark.parametrize("way", [*SECRET_FILES, *TOML_FILES, overrides])
@given(text=st.text(CHARACTERS))
@example("")
@example("\n")
@example("\r\n")
@example("\0")
def test_file_and_override_give_any_text(way: Way, text: str) -> None:
    assert arrived(way, "REDIS_PASSWORD", text) == text


@pytest.mark.parametrize("way", WAYS)
@given(text=st.text(NO_NUL, min_size=32))
def test_signing_key_of_32_characters_arrives(way: Way, text: str) -> None:
    assert arrived(way, "SECRET_KEY", text) == text


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", TOKENS)
def test_token_is_a_text_like_any_other(way: Way, text: str) -> None:
    assert arrived(way, "MONGO_PASSWORD", text) == text


@pytest.mark.parametrize("way", [*VARIABLES, *ENV_FILES])
def test_empty_variable_counts_as_unset(way: Way) -> None:
    assert arrived(way, "REDIS_PASSWORD", "") == "redispassword"


@pytest.mark.parametrize("way", SECRET_FILES)
@pytest.mark.parametrize(
    ("content", "secret"),
    [("a", "a"), ("a\n", "a"), ("a\n\n", "a\n"), ("\na", "\na"), ("a\r\n", "a\r"), ("a ", "a ")],
)
def test_secret_file_loses_one_line_break_at_its_end(way: Way, content: str, secret: str) -> None:
    text = content.removesuffix("\n")
    if content.endswith("\n"):
        assert arrived(way, "REDIS_PASSWORD", text) == secret
    else:
        assert arrived_without_line_break(way, content) == secret


def arrived_without_line_break(way: Way, content: str) -> str:
    def bare(folder: Path, patch: pytest.MonkeyPatch, key: str, text: str) -> dict[str, object]:
        asked = way(folder, patch, key, text)
        for path in folder.rglob("*"):
            if path.is_file() and path.read_bytes() == f"{text}\n".encode():
                path.write_bytes(text.encode())
        return asked

    return arrived(bare, "REDIS_PASSWORD", content)


def test_lone_surrogate_in_an_override_arrives() -> None:
    assert arrived(overrides, "REDIS_PASSWORD", "\ud800") == "\ud800"


def test_undecodable_variable_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "config.toml", "")
    monkeypatch.setenv("REDIS_PASSWORD", "c4n4ry\udcff")
    with pytest.raises(ConfigError, match="not UTF-8") as refusal:
        Settings(tmp_path / "config.toml")
    assert "c4n4ry" not in str(refusal.value)
