"""A file of any content gives settings, or an error with a line of the file for each problem."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    Load = Callable[[bytes], ConfigError | None]

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")

SOUND = (Path(__file__).parents[2] / "settings" / "config.toml").read_bytes()
PIECES = (
    *(b'"', b"'", b'"""', b"'''", b"[", b"]", b"[[", b"{", b"}", b"=", b",", b"#", b".", b"\\"),
    *(b"\n", b"\r", b"\r\n", b"\t", b"\0", b"\x1b[31m", b"\xff", b"\xc3", b"\xef\xbb\xbf", b" "),
    *(b"KAFKA_MAX_POLL_RECORDS", b"[kafka]\n", b"SECRET_KEY = ", b"9" * 5000, b"\xe2\x80\xa8"),
)

Edit = tuple[str, float, float, bytes]
edits = st.tuples(
    st.sampled_from(
        ("delete", "insert", "repeat", "delete line", "repeat line", "swap lines", "cut")
    ),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(PIECES) | st.binary(min_size=1, max_size=3),
)


def edited(content: bytes, edit: Edit) -> bytes:
    """Return ``content`` with one slip of the hand in it."""
    kind, where, further, piece = edit
    at = int(where * len(content))
    lines = content.split(b"\n")
    line, other = int(where * (len(lines) - 1)), int(further * (len(lines) - 1))
    match kind:
        case "delete":
            return content[:at] + content[at + 1 + int(3 * further) :]
        case "insert":
            return content[:at] + piece + content[at:]
        case "repeat":
            return content[: at + 40] + content[at:]
        case "delete line":
            del lines[line]
        case "repeat line":
            lines.insert(other, lines[line])
        case "swap lines":
            lines[line], lines[other] = lines[other], lines[line]
        case "cut":
            return content[:at]
    return b"\n".join(lines)


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """Return a function that loads a base file of some content, and returns what is refused."""
    folder = tmp_path_factory.mktemp("mutations")
    file = folder / "config.toml"
    secrets = folder / "secrets"
    secrets.mkdir()

    def load(content: bytes) -> ConfigError | None:
        file.write_bytes(content)
        try:
            Settings(config_path=file, env_file=None, secrets_dir=secrets)
        except ConfigError as error:
            assert_told_well(error, str(file), content)
            return error
        return None

    return load


def assert_told_well(error: ConfigError, name: str, content: bytes) -> None:
    """Each problem has a line of the file, and none of its texts acts on a terminal."""
    assert error.problems
    lines = content.count(b"\n") + 1
    for problem in error.problems:
        assert problem.origin is not None
        assert problem.origin.name == name
        assert 1 <= (problem.origin.line or 0) <= lines, str(problem)
        assert problem.found
        assert problem.wanted
        assert problem.hint
    assert all(line.isprintable() for line in str(error).split("\n"))
    assert error.__cause__ is None
    assert error.__context__ is None


@settings(max_examples=120)
@given(edits=st.lists(edits, min_size=1, max_size=4))
def test_slips_of_the_hand(load: Load, edits: list[Edit]) -> None:
    content = SOUND
    for edit in edits:
        content = edited(content, edit)
    load(content)


@settings(max_examples=80)
@given(content=st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfeA\0")
def test_any_bytes(load: Load, content: bytes) -> None:
    load(content)


@settings(max_examples=120)
@given(text=st.text(max_size=100) | st.text("AB=\"'[]{}.,#\\ \n\r\t01-_:", max_size=100))
@example("\u2028")
@example("\ufeffA = 1")
@example("A = 0x" + "f" * 5000)
@example("WEB_THREADS = " + "9" * 5000)
def test_any_text(load: Load, text: str) -> None:
    load(text.encode())


@settings(max_examples=80)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_pieces_of_toml(load: Load, pieces: list[bytes]) -> None:
    load(b"".join(pieces))


def test_file_that_the_slips_are_made_in_is_sound(load: Load) -> None:
    assert load(SOUND) is None
