"""The check of the built site finds links that lead nowhere, and what comes from elsewhere."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from .blocks import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def checked(folder: Path, page: str) -> tuple[int, list[str]]:
    """Return the exit code and the lines of a check of a site of two pages."""
    (folder / "other").mkdir()
    (folder / "other" / "index.html").write_text('<h1 id="here">Other</h1><a href="..">up</a>')
    (folder / "index.html").write_text(page)
    command = [sys.executable, str(ROOT / ".ci" / "site_links.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_links_that_lead_somewhere_are_good(tmp_path: Path) -> None:
    page = """
        <h1 id="top-%C3%BC">One</h1> <h2 id="&uuml;">Two</h2>
        <a href="other/#here">1</a> <a href="#%C3%BC">2</a> <a href="/other/index.html">3</a>
        <a href="https://example.org/none">4</a> <a href="mailto:a@example.org">5</a>
    """
    code, lines = checked(tmp_path, page)
    assert code == 0
    assert lines == ["site: every link leads somewhere, and nothing is loaded from afar"]


def test_missing_pages_and_anchors_are_found(tmp_path: Path) -> None:
    page = '<a href="none/">1</a> <a href="other/#there">2</a> <img src="none.png">'
    assert checked(tmp_path, page) == (
        1,
        [
            "index.html links to none/, which is not there",
            "index.html links to other/#there, which is not there",
            "index.html links to none.png, which is not there",
        ],
    )


def test_what_is_loaded_from_elsewhere_is_found(tmp_path: Path) -> None:
    page = (
        '<script src="https://example.org/a.js"></script>'
        '<link rel="preconnect stylesheet" href="//example.org/a.css">'
    )
    assert checked(tmp_path, page) == (
        1,
        [
            "index.html loads https://example.org/a.js",
            "index.html loads //example.org/a.css",
        ],
    )
