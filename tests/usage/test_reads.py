"""Reads of settings are found in whatever way code gets at them, and look-alikes are none."""

from __future__ import annotations

import shutil
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from ..command_line.commands import SETTINGS
from .projects import usage, wanted
from .ways_of_reading import FILES, LOOK_ALIKES

if TYPE_CHECKING:
    from pathlib import Path

    from .projects import Usage


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(SETTINGS, folder / "settings")
    for name, text in {**FILES, **LOOK_ALIKES}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(text))
    return folder


@pytest.fixture(scope="module")
def found(folder: Path) -> Usage:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return usage("app", "other", "script.py")


@pytest.mark.parametrize("name", [*FILES, *LOOK_ALIKES])
def test_just_the_reads_of_a_file_are_found(name: str, found: Usage, folder: Path) -> None:
    def here(reads: set[tuple[str, str]]) -> set[tuple[str, str]]:
        return {one for one in reads if one[1].startswith(f"{name}:")}

    assert here(found.reads) == here(wanted(folder, "reads"))


def test_no_look_alike_is_an_undeclared_read(found: Usage) -> None:
    assert not [place for _, place in found.of("undeclared-read") if place.startswith("other")]
