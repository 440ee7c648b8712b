"""A process that samples builds of generated plugins: reads a subject a line, prints its time."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.timing import Sampler


def _ours(config: Path) -> Callable[[], object]:
    from integr8s_conf import Settings

    return lambda: Settings(config_path=config)


def _tomllib(config: Path) -> Callable[[], object]:
    return lambda: tomllib.loads(config.read_text("utf-8"))


def _pydantic(config: Path) -> Callable[[], object]:
    from generated_class import Generated

    return lambda: Generated(**tomllib.loads(config.read_text("utf-8")))


def _dynaconf(config: Path) -> Callable[[], object]:
    from dynaconf import Dynaconf

    def build() -> object:
        settings = Dynaconf(
            settings_files=[str(config)], envvar_prefix="INTEGR8S", load_dotenv=False
        )
        return settings.exists("ANY")

    return build


SUBJECTS = {
    "ours": _ours,
    "tomllib": _tomllib,
    "pydantic class": _pydantic,
    "plain dynaconf": _dynaconf,
}


def main(config: Path, loops: int) -> None:
    """Answer until the input ends."""
    from benchmarks.timing import calls

    samplers: dict[str, Sampler] = {}
    for line in sys.stdin:
        subject = line.strip()
        if subject not in samplers:
            samplers[subject] = calls(SUBJECTS[subject](config), loops)
        print(samplers[subject](), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
