"""An editable install reads both packages from the sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., str]


def test_both_packages_come_from_the_sources(
    run: Run, editable_python: Path, sources: Path
) -> None:
    code = "import integr8s_conf, integr8s_sections as s; print(integr8s_conf.__file__, s.__file__)"
    assert run(editable_python, "-I", "-c", code).split() == [
        str(sources / "integr8s_conf" / "__init__.py"),
        str(sources / "plugins" / "integr8s_sections" / "__init__.py"),
    ]


def test_every_section_is_found_and_imports(run: Run, editable_python: Path) -> None:
    code = (
        "from importlib.metadata import entry_points\n"
        "print(*[e.load().__name__ for e in entry_points(group='integr8s_conf')])"
    )
    found = run(editable_python, "-I", "-c", code).split()
    assert len(found) == 11
    assert all(name.startswith("integr8s_sections.") for name in found)


@pytest.mark.parametrize("name", ["plugins", "tests", "benchmarks", "settings"])
def test_no_other_folder_is_importable(run: Run, editable_python: Path, name: str) -> None:
    code = f"from importlib.util import find_spec; print(find_spec({name!r}))"
    assert run(editable_python, "-I", "-c", code).strip() == "None"


def test_console_script_is_installed(run: Run, editable_python: Path) -> None:
    script = editable_python.with_name("integr8s-conf")
    assert "Usage" in run(script, "--help")
