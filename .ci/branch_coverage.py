"""Fails if too few branches were taken: ``branch_coverage.py coverage.json LEAST_PERCENT``.

coverage.py's own limit is one of lines and branches together, which lines alone may carry.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(report: str, least: str) -> None:
    """Print the share of branches that were taken; exit 1 if it is below ``least`` percent."""
    totals = json.loads(Path(report).read_text())["totals"]
    percent = 100 * totals["covered_branches"] / totals["num_branches"]
    print(f"branch coverage: {percent:.2f} % (at least {least} %)")
    sys.exit(percent < float(least))


if __name__ == "__main__":
    main(*sys.argv[1:])
