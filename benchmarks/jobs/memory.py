"""The memory of an instance, against a dict of its values with their origins."""

from __future__ import annotations

import gc
import sys
import tomllib
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from integr8s_conf import Settings

from ..ground import BASE, OVERRIDE
from ..peers import plain_dynaconf
from ..peers.pydantic_class import PydanticSettings
from ..report import Row
from ..timing import Samples, compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..effort import Effort


def run(effort: Effort) -> list[Row]:
    """Measure the bytes that one more instance takes, of many built and kept."""
    defaults = PydanticSettings().model_dump()
    subjects: dict[str, Callable[[], object]] = {
        "ours": lambda: Settings(override_path=OVERRIDE),
        "pydantic class": lambda: PydanticSettings.load(BASE, OVERRIDE),
        "plain dynaconf": lambda: plain_dynaconf.load(BASE, OVERRIDE),
        "dict": lambda: values_with_origins(defaults),
    }
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(effort.rounds(3)):
        for name, build in subjects.items():
            taken[name].append(bytes_each(build, effort.loops(200)))
    found = {name: Samples(tuple(values), "B") for name, values in taken.items()}
    return [
        Row(
            "memory of an instance",
            found["ours"],
            found["pydantic class"],
            found["plain dynaconf"],
            found["dict"],
            "dict of values with origins",
            compare(found["ours"], found["dict"]),
            "that dict",
            2,
        )
    ]


def bytes_each(build: Callable[[], object], count: int) -> float:
    """Return the memory that each of ``count`` kept objects takes, after two that warm caches."""
    kept = [build(), build()]
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        kept += [build() for _ in range(count)]
        gc.collect()
        return (tracemalloc.get_traced_memory()[0] - before) / count
    finally:
        tracemalloc.stop()


def values_with_origins(defaults: dict[str, Any]) -> dict[str, tuple[Any, tuple[str, int]]]:
    """Return ``{key: (value, (file, line))}`` of all keys, its values parsed anew.

    The names of keys and files are shared by all such dicts, which makes them as small as can be.
    """
    found = {key: (value, ("defaults", line)) for line, (key, value) in enumerate(defaults.items())}
    for name in (BASE, OVERRIDE):
        text = Path(name).read_text("utf-8")
        lines = {
            line.partition("=")[0].strip(): number
            for number, line in enumerate(text.splitlines(), start=1)
        }
        for key, value in tomllib.loads(text).items():
            found[sys.intern(key)] = (value, (name, lines[key]))
    return found
