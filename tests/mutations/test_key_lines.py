"""The line that is named for a key is the one where the parser reads it."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integr8s_conf.sources.toml_positions import line_of

from .documents import Document, Path, documents

FAULTS = (
    "= = =", '"', "'''", "[[[", "x = [", "x = {", "x = {a = 1,", "\\", "]]", "x = [1, [2", "x y",
)  # fmt: skip


def paths_of(value: Any, path: Path = ()) -> set[Path]:
    """Return the path of everything in what the parser reads."""
    parts: Any = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    return {path}.union(*(paths_of(part, (*path, step)) for step, part in parts))


def is_sound(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


@settings(max_examples=120)
@given(documents())
def test_every_key_is_found_on_its_line(document: Document) -> None:
    found = {path: line_of(document.text, path) for path in document.lines}
    assert found == document.lines


@settings(max_examples=50)
@given(documents())
def test_documents_hold_the_keys_that_they_say(document: Document) -> None:
    """The generator is right about its keys, as the parser sees them."""
    read = paths_of(tomllib.loads(document.text))
    named = {path for path in read if path and isinstance(path[-1], str)}
    assert named == {path for path in document.lines if isinstance(path[-1], str)}


@settings(max_examples=80)
@given(documents(), st.floats(0, 1), st.sampled_from(FAULTS))
def test_keys_before_a_fault_are_found_all_the_same(
    document: Document, share: float, fault: str
) -> None:
    sound = document.text[: int(share * len(document.text))].rpartition("\n")[0]
    assume(is_sound(sound))
    whole_lines = len(sound.splitlines())
    expected = {path: line for path, line in document.lines.items() if line <= whole_lines}

    found = {path: line_of(f"{sound}\n{fault}\n", path) for path in expected}

    assert found == expected


@pytest.mark.parametrize("fault", FAULTS)
def test_keys_after_a_fault_are_found_all_the_same(fault: str) -> None:
    text = f"{fault}\nKEY_1 = 1\n\nKEY_2 = [\n  1,\n]\nKEY_3 = 3\n"
    assert [line_of(text, (f"KEY_{number}",)) for number in (1, 2, 3)] == [2, 4, 7]
