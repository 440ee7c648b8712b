"""The fixtures, in processes of pytest as their users start them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from . import project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Python, Write

STRICT = ("--strict-config", "-W", "error", "-p", "no:cacheprovider")
IMPORTED = """
    import sys
    import pytest

    pytest.main(["-q", *sys.argv[1:]])
    print("imported", *sorted(name for name in sys.modules if name.startswith("integr8s_")))
"""


@pytest.fixture
def run_pytest(write: Write) -> Callable[..., str]:
    """Return a function that runs pytest on some files and returns what it prints."""
    write("pytest.ini", "[pytest]")
    write("config.toml", "")

    def run(files: dict[str, str], *options: str) -> str:
        for name, text in files.items():
            write(name, text)
        variables = {name: text for name, text in os.environ.items() if "PYTEST" not in name}
        command = [sys.executable, "-m", "pytest", "-q", *STRICT, *options]
        done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    return run


def test_200_tests_in_any_order_on_four_workers_leak_nothing(
    run_pytest: Callable[..., str], tmp_path: Path
) -> None:
    said = run_pytest(project.FILES, "-n", "4", "-p", "randomly", "--tb=short")
    assert project.OUTCOME in said
    assert set(re.findall(r"^E +(?!ZeroDivisionError)\S.*", said, re.MULTILINE)) == set()
    left = [file.read_text() for file in tmp_path.glob("*.left")]
    assert left == [project.LEFT] * 4


def test_settings_are_made_from_text(run_pytest: Callable[..., str]) -> None:
    test = """
def test_made(make_settings):
    assert make_settings("REDIS_DB = 3", env={"INTEGR8S_MONGO_HOST": "other"}).REDIS_DB == 3
"""
    assert "1 passed" in run_pytest({"test_made.py": test}, "-p", "no:randomly")


def test_refused_change_is_the_error_of_the_test(run_pytest: Callable[..., str]) -> None:
    test = """
def test_refused(settings_override):
    settings_override(REDIS_PASSWORD="hunter" + "2", REDIS_DB="3")
"""
    said = run_pytest({"test_refused.py": test}, "-p", "no:randomly", "--showlocals")
    assert "1 failed" in said
    assert "REDIS_DB   overrides" in said
    assert "hunter2" not in said


def test_nothing_of_the_framework_is_imported_before_a_fixture_is_asked_for(
    run_pytest: Callable[..., str], python: Python, write: Write
) -> None:
    write("test_nothing.py", "def test_nothing(): pass")
    assert python(IMPORTED).splitlines()[-1] == "imported integr8s_conf_pytest"


def test_plugin_may_be_turned_off(run_pytest: Callable[..., str]) -> None:
    test = "def test_made(make_settings): pass"
    said = run_pytest({"test_made.py": test}, "-p", "no:integr8s_conf")
    assert "fixture 'make_settings' not found" in said


def test_fixtures_are_described(run_pytest: Callable[..., str]) -> None:
    said = run_pytest({}, "--fixtures")
    for name in ("make_settings", "settings_override"):
        assert re.search(rf"^{name} -- .*integr8s_conf_pytest.*\n    \w", said, re.MULTILINE)


def test_kit_needs_no_pytest(python: Python) -> None:
    code = """
        import sys
        from integr8s_conf.testing import make_settings, settings_override
        print({"pytest", "hypothesis", "integr8s_conf_pytest"} & set(sys.modules))
    """
    assert python(code) == "set()\n"


def test_framework_may_be_imported_before_pytest_starts(python: Python, write: Write) -> None:
    write("test_made.py", "def test_made(make_settings): assert make_settings()")
    code = f"""
        import sys
        import integr8s_conf, integr8s_sections, pytest
        sys.exit(pytest.main({[*STRICT]!r}))
    """
    assert "1 passed" in python(code)
