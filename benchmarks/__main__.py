"""``python -m benchmarks``: run the jobs, print their table."""

from __future__ import annotations

import argparse
import json
import platform
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .effort import Effort
from .ground import deployed
from .report import Row, records, table, write_into

JOBS = (
    "read",
    "lookup",
    "build",
    "cold_start",
    "keys",
    "plugins",
    "memory",
    "hostile",
    "commands",
    "analyses",
    "testing",
)
PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
PEERS = ("integr8s-conf", "dynaconf", "pydantic", "pluggy")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"of {', '.join(JOBS)}; else all")
    parser.add_argument("--quick", action="store_true", help="tiny counts: shows that it works")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there too")
    parser.add_argument("--write-docs", action="store_true", help="put the table into the page")
    arguments = parser.parse_args()
    unknown = set(arguments.jobs) - set(JOBS)
    if unknown:
        parser.error(f"no such job: {', '.join(sorted(unknown))}")
    return arguments


def _versions() -> dict[str, str]:
    try:
        peers = {name: version(name) for name in PEERS}
    except PackageNotFoundError as error:
        raise SystemExit(f"{error.name} is missing; first: pip install -e '.[bench]'") from None
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return {"Python": python, "system": f"{platform.system()} {platform.machine()}", **peers}


def _measure(jobs: list[str], effort: Effort) -> list[Row]:
    rows = []
    with deployed():
        for job in jobs:
            rows += import_module(f".jobs.{job}", __package__).run(effort)
    return rows


def main() -> None:
    """Measure, then print; a target that is missed is shown, and changes no exit code."""
    arguments = _arguments()
    versions = _versions()
    rows = _measure(arguments.jobs or list(JOBS), Effort(arguments.quick))
    text = f"{', '.join(f'{name} {number}' for name, number in versions.items())}\n\n{table(rows)}"
    print(text)
    if arguments.json:
        found = {"versions": versions, "rows": records(rows)}
        arguments.json.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    if arguments.write_docs:
        write_into(PAGE, text)


if __name__ == "__main__":
    main()
