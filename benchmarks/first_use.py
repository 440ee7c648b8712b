"""A fresh process's first use of the plugins, less ``import dynaconf``: prints nanoseconds."""

from __future__ import annotations

import sys
from time import perf_counter_ns

import dynaconf  # noqa: F401  its import is not what is measured


def main(config: str) -> None:
    """Import, discover, catalogue, build: what a process does before it reads its first key."""
    start = perf_counter_ns()
    from integr8s_conf import Settings

    Settings(config_path=config)
    print(perf_counter_ns() - start)


if __name__ == "__main__":
    main(sys.argv[1])
