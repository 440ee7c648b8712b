"""A pytest plugin: refuses to test the source tree in place of the installed package."""

from __future__ import annotations

import sysconfig
from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGES = ("integr8s_conf", "integr8s_sections")


def pytest_report_header() -> list[str]:
    """Say where the packages under test are imported from."""
    return [f"{name}: imported from {_origin(name)}" for name in PACKAGES]


def pytest_configure() -> None:
    """Refuse packages that are not in the site-packages of the Python that runs."""
    site_packages = Path(sysconfig.get_path("purelib"))
    for name in PACKAGES:
        if not _origin(name).is_relative_to(site_packages):
            raise pytest.UsageError(f"{name} is imported from {_origin(name)}, not {site_packages}")


def _origin(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise pytest.UsageError(f"{name} is not installed")
    return Path(spec.origin)
