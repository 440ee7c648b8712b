"""Runs ``integr8s-conf usage`` in this process, on code that a test writes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from click.testing import CliRunner

from integr8s_conf.cli import main

if TYPE_CHECKING:
    from pathlib import Path


class Finding(NamedTuple):
    rule: str
    key: str | None
    place: str


class Usage(NamedTuple):
    """What the command found."""

    code: int
    report: dict[str, Any]

    @property
    def findings(self) -> set[Finding]:
        return {
            Finding(one["rule"], one["key"], place(one["origin"]))
            for one in self.report["diagnostics"]
        }

    def of(self, rule: str) -> set[tuple[str | None, str]]:
        return {(one.key, one.place) for one in self.findings if one.rule == rule}

    @property
    def reads(self) -> set[tuple[str, str]]:
        return {
            (key, f"{one['file']}:{one['line']}")
            for key, places in self.report["reads"].items()
            for one in places
        }

    def said(self, key: str | None) -> dict[str, Any]:
        """Return the one finding of a key."""
        (found,) = [one for one in self.report["diagnostics"] if one["key"] == key]
        assert isinstance(found, dict)
        return found


def place(origin: dict[str, Any]) -> str:
    return origin["name"] if origin["line"] is None else f"{origin['name']}:{origin['line']}"


def usage(*words: str) -> Usage:
    """Run the command in the working directory."""
    done = CliRunner().invoke(main, ["usage", "--format", "json", *words])
    assert done.exit_code in (0, 1), done.output
    return Usage(done.exit_code, json.loads(done.stdout))


def wanted(folder: Path, mark: str) -> set[tuple[str, str]]:
    """Return what comments say of their lines: ``# reads KEY KEY``."""
    return {
        (key, f"{path.relative_to(folder)}:{number}")
        for path in folder.rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for keys in re.findall(rf"# {mark} ([A-Z_0-9 ]+)", line)
        for key in keys.split()
    }
