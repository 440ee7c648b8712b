"""The wheel holds its packages and says what they are."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from importlib.metadata import Distribution
    from pathlib import Path

PACKAGES = {
    "integr8s_conf": ".",
    "integr8s_conf_keys": "plugins",
    "integr8s_conf_pytest": "plugins",
    "integr8s_sections": "plugins",
}
SECTIONS = {
    "core",
    "dlq",
    "kafka",
    "kubernetes",
    "notifications",
    "rate_limit",
    "redis",
    "server",
    "service",
    "sse",
    "tracing",
}


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """Return the names of the wheel's files."""
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def project(sources: Path) -> dict:
    """Return the table [project] of pyproject.toml."""
    return tomllib.loads((sources / "pyproject.toml").read_text())["project"]


def test_wheel_holds_its_packages_and_nothing_else(names: set[str], project: dict) -> None:
    tops = {name.split("/")[0] for name in names}
    dist_info = f"integr8s_conf-{project['version']}.dist-info"
    assert tops == {*PACKAGES, dist_info}


def test_wheel_holds_every_module_of_the_sources(names: set[str], sources: Path) -> None:
    files = {
        path.relative_to(root).as_posix()
        for package, root in ((name, sources / folder) for name, folder in PACKAGES.items())
        for path in (root / package).rglob("*.py")
    }
    assert {name for name in names if name.endswith(".py")} == files


@pytest.mark.parametrize("package", PACKAGES)
def test_wheel_marks_its_packages_as_typed(names: set[str], package: str) -> None:
    assert f"{package}/py.typed" in names


def test_every_section_is_an_entry_point(distribution: Distribution) -> None:
    found = distribution.entry_points.select(group="integr8s_conf")
    assert {entry.name: entry.value for entry in found} == {
        name: f"integr8s_sections.{name}" for name in SECTIONS
    }


def test_every_entry_point_names_a_module_of_the_wheel(
    distribution: Distribution, names: set[str]
) -> None:
    for entry in distribution.entry_points:
        module = entry.module.replace(".", "/")
        assert {f"{module}.py", f"{module}/__init__.py"} & names, entry


def test_console_script_is_the_only_one(distribution: Distribution) -> None:
    scripts = distribution.entry_points.select(group="console_scripts")
    assert [(entry.name, entry.value) for entry in scripts] == [
        ("integr8s-conf", "integr8s_conf.cli:main")
    ]


def test_wheel_holds_the_licence(distribution: Distribution, names: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert distribution.metadata["License-Expression"] == "MIT"


def test_metadata_name_the_project_and_its_pythons(distribution: Distribution) -> None:
    assert distribution.metadata["Name"] == "integr8s-conf"
    assert distribution.metadata["Requires-Python"] == ">=3.11"


def test_readme_is_the_long_description(distribution: Distribution, sources: Path) -> None:
    assert distribution.metadata["Description-Content-Type"] == "text/markdown"
    assert (
        distribution.metadata.get_payload().strip() == (sources / "README.md").read_text().strip()
    )


def test_dependencies_are_these_eleven(distribution: Distribution) -> None:
    needed = [Requirement(text) for text in distribution.requires or []]
    always = {one.name: str(one.specifier) for one in needed if one.marker is None}
    of_every_process = {"dynaconf", "pluggy", "python-dotenv"}
    of_commands = {"click", "jinja2", "markdown-it-py", "packaging", "pyyaml", "rich", "tomlkit"}
    of_commands |= {"dockerfile-parse"}
    assert set(always) == of_every_process | of_commands
    assert always["dynaconf"] == "<3.4,>=3.3.5"


def test_all_other_dependencies_belong_to_an_extra(distribution: Distribution) -> None:
    assert set(distribution.metadata.get_all("Provides-Extra")) == {"test", "lint", "docs", "bench"}


def test_version_stands_in_one_place(sources: Path, project: dict) -> None:
    holders = [
        path.name for path in sources.rglob("*.py") if project["version"] in path.read_text()
    ]
    assert holders == []
