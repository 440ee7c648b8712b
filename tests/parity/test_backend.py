"""A pydantic class of all the keys agrees with ours; each of twenty changes of it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .changes import CHANGES
from .conftest import HERE

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write
    from .conftest import Parity


@pytest.mark.usefixtures("backend")
def test_a_class_that_reads_the_same_files_agrees_over_eight_files(parity: Parity) -> None:
    told = parity("backend:Settings", "--variations", "25", form="text")
    assert told.text.endswith(
        "no finding; 85 keys, 8 combinations, 208 comparisons; in 200 both accept\n"
    )
    assert told.code == 0


def test_each_of_twenty_differences_is_found_and_nothing_else(
    backend: Path, write: Write, monkeypatch: pytest.MonkeyPatch, parity: Parity
) -> None:
    monkeypatch.setenv("HOSTNAME", "pod-1")
    for file in (backend / "settings").glob("config.*-*.toml"):
        if "k8s" not in file.name:
            file.unlink()
    source = (HERE / "backend.py").read_text("utf-8")
    for change in CHANGES:
        assert source.count(change.old) == 1, change.old
        source = source.replace(change.old, change.new)
    write("backend.py", source)
    told = parity("backend:Settings", "--variations", "50")
    assert told.code == 1
    expected: dict[tuple[str, str | None], str] = {
        (change.rule, change.key): change.found for change in CHANGES
    }
    assert len(expected) == 20
    assert {
        about: found[: len(expected.get(about, found))] for about, found in told.found.items()
    } == expected
