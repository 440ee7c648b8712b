"""Importing the framework imports neither a terminal's tools nor anything of an extra."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import pytest

Run = Callable[..., str]
ImportedBy = Callable[[str], set[str]]

STRANGERS = [
    "click",
    "hypothesis",
    "jinja2",
    "markdown_it",
    "mkdocs",
    "mypy",
    "packaging",
    "pydantic",
    "pytest",
    "redis",
    "rich",
    "starlette",
    "tomlkit",
    "watchfiles",
    "yaml",
]

# An attempt counts too: a package that is not installed here may be so elsewhere.
WATCH = """
import json, sys

class Watch:
    tried = set()

    def find_spec(self, name, path=None, target=None):
        self.tried.add(name.partition(".")[0])

before = {name.partition(".")[0] for name in sys.modules}
sys.meta_path.insert(0, Watch())
"""

REPORT = """
after = {name.partition(".")[0] for name in sys.modules}
print(json.dumps(sorted(Watch.tried | after - before)))
"""


@pytest.fixture
def imported_by(run: Run) -> ImportedBy:
    """Return the top-level names that a fresh process imports, or tries to, for a statement."""
    return lambda statement: set(
        json.loads(run(sys.executable, "-I", "-c", f"{WATCH}{statement}{REPORT}"))
    )


def test_importing_the_framework_imports_no_stranger(imported_by: ImportedBy) -> None:
    assert imported_by("import integr8s_conf") & set(STRANGERS) == set()


@pytest.mark.parametrize("statement", ["import rich", "try: import watchfiles\nexcept: pass"])
def test_an_import_of_a_stranger_would_be_seen(imported_by: ImportedBy, statement: str) -> None:
    assert imported_by(statement) & set(STRANGERS)
