"""Every code block of the README and of the documentation works as it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .blocks import BUILT, INSTALLING, PAGES, ROOT, Block, blocks_of
from .reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [page for page in PAGES if page not in INSTALLING], ids=_name)
def test_blocks_work_in_their_order(page: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.begin()
    reader.read(page)


def test_readme_has_two_commands_that_set_everything_up() -> None:
    """They are run, each in a clone of its own, by the continuous integration."""
    blocks = [block for block in blocks_of(ROOT / "README.md") if block.language == "bash"]
    assert [block.text.count("\n") for block in blocks] == [1, 1]
    assert all(block.text.startswith("python3 -m venv .venv && ") for block in blocks)


def test_only_the_readme_has_commands_that_are_run_elsewhere() -> None:
    pages = {_name(page) for page in PAGES for block in blocks_of(page) if block.language == "bash"}
    assert pages == {"README.md"}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        target = (page.parent / link).resolve()
        assert target.exists() or target in BUILT, link


def test_a_block_that_fails_is_noticed(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.begin()
    for language, text in (
        ("python", "assert False"),
        ("console", "$ echo one\ntwo\n"),
        ("rust", ""),
    ):
        with pytest.raises(AssertionError):
            reader.do(Block(language, None, text, 1))
