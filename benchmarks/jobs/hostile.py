"""Twice the length of a hostile text: how long it takes to be refused, against its half."""

from __future__ import annotations

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from integr8s_conf import ConfigError, Settings

from ..report import Row
from ..timing import calls, compare, interleave

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..effort import Effort

TEXTS = {
    "unknown keys": "k{0} = 1\n",
    "tables": "[a{0}]\n",
    "arrays of tables in each other": "[[a]]\n[[a.b]]\n",
    "lists that are not closed": "x=[\n",
    "double quotes": '"',
    "opening brackets": "[",
    "a dotted key": "a.",
}
KIBIBYTE = 1024


def run(effort: Effort) -> list[Row]:
    """Measure the refusal of each text, half the length and the whole in turn."""
    half, whole = effort.sizes(128 * KIBIBYTE, 256 * KIBIBYTE)
    with TemporaryDirectory() as folder:
        samplers = {
            f"{name} {size}": calls(_refusal(Path(folder, f"{number}-{size}.toml"), form, size))
            for number, (name, form) in enumerate(TEXTS.items())
            for size in (half, whole)
        }
        found = interleave(samplers, effort.rounds(8))
    return [
        Row(
            f"refuse {whole // KIBIBYTE} KiB of text: {name}",
            found[f"{name} {whole}"],
            ratio=compare(found[f"{name} {whole}"], found[f"{name} {half}"]),
            against="half the text",
            limit=2.5,
        )
        for name in TEXTS
    ]


def _refusal(file: Path, form: str, size: int) -> Callable[[], None]:
    numbers = range(size // len(form.format(size)))
    file.write_text("".join(map(form.format, numbers)), "utf-8")

    def refuse() -> None:
        with contextlib.suppress(ConfigError):
            Settings(file)

    return refuse
