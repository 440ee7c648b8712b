"""The tests judge what is installed, not what lies beside them."""

from __future__ import annotations

import json
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
FOLDERS = {"integr8s_conf": CHECKOUT, "integr8s_sections": CHECKOUT / "plugins"}


def _is_editable() -> bool:
    url = json.loads(distribution("integr8s-conf").read_text("direct_url.json") or "{}")
    return bool(url.get("dir_info", {}).get("editable"))


@pytest.mark.parametrize("package", FOLDERS)
def test_package_is_imported_from_where_it_is_installed(package: str) -> None:
    spec = find_spec(package)
    assert spec is not None
    installed = (
        FOLDERS[package] if _is_editable() else distribution("integr8s-conf").locate_file("")
    )
    assert spec.origin == str(Path(str(installed), package, "__init__.py"))
