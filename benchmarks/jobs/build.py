"""Building an instance from the base file, an override and the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integr8s_conf import Settings

from ..ground import BASE, OVERRIDE
from ..peers import plain_dynaconf
from ..peers.pydantic_class import PydanticSettings
from ..report import Row
from ..timing import calls, compare, interleave

if TYPE_CHECKING:
    from ..effort import Effort


def run(effort: Effort) -> list[Row]:
    """Measure one build, all keys checked and their origins kept."""
    loops = effort.loops(20)
    found = interleave(
        {
            "ours": calls(lambda: Settings(override_path=OVERRIDE), loops),
            "pydantic class": calls(lambda: PydanticSettings.load(BASE, OVERRIDE), loops),
            "plain dynaconf": calls(lambda: plain_dynaconf.load(BASE, OVERRIDE)),
        },
        effort.rounds(60),
    )
    return [
        Row(
            "build `Settings(override_path=...)`",
            found["ours"],
            found["pydantic class"],
            found["plain dynaconf"],
            ratio=compare(found["ours"], found["pydantic class"]),
            against="pydantic class",
            limit=1.5,
        )
    ]
