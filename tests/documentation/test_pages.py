"""Every code block of the README and of the documentation works as it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .blocks import PAGES, ROOT, Block, blocks_of
from .reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_work_in_their_order(page: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.begin()
    for block in blocks_of(page):
        if block.language == "bash":
            continue
        try:
            reader.do(block)
        except AssertionError as error:
            raise AssertionError(f"{page.name}:{block.line}: {error}") from None


def test_readme_has_two_commands_that_set_everything_up() -> None:
    """They are run, each in a clone of its own, by the continuous integration."""
    blocks = [block for block in blocks_of(ROOT / "README.md") if block.language == "bash"]
    assert [block.text.count("\n") for block in blocks] == [1, 1]
    assert all(block.text.startswith("python3 -m venv .venv && ") for block in blocks)


def test_only_the_readme_has_commands_that_are_run_elsewhere() -> None:
    pages = {page.name for page in PAGES for block in blocks_of(page) if block.language == "bash"}
    assert pages == {"README.md"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


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
