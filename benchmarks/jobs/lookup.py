"""Looking a key up by its name: items, ``get`` and ``in``, found and not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integr8s_conf import Settings

from ..ground import BASE, OVERRIDE
from ..peers import plain_dynaconf
from ..report import Row
from ..timing import compare, interleave, reads
from .read import KEYS

if TYPE_CHECKING:
    from ..effort import Effort

LOOKUPS = {
    'item `settings["KEY"]`': ('settings["{key}"]', KEYS),
    '`settings.get("KEY")`': ('settings.get("{key}")', KEYS),
    '`settings.get("KEY")`, not there': ('settings.get("{key}")', ("NO_SUCH_KEY",)),
    '`"KEY" in settings`': ('"{key}" in settings', KEYS),
    '`"KEY" in settings`, not there': ('"{key}" in settings', ("NO_SUCH_KEY",)),
}


def run(effort: Effort) -> list[Row]:
    """Measure every way beside dynaconf's own; a pydantic class has none of them."""
    ours = Settings(override_path=OVERRIDE)
    plain = plain_dynaconf.load(BASE, OVERRIDE)
    loops = effort.loops(1_000)
    rows = []
    for job, (template, keys) in LOOKUPS.items():
        samplers = {
            "ours": reads(template, keys, loops, settings=ours),
            "plain dynaconf": reads(template, keys, max(1, loops // 10), settings=plain),
        }
        found = interleave(samplers, effort.rounds(20))
        rows.append(
            Row(
                job,
                found["ours"],
                dynaconf=found["plain dynaconf"],
                ratio=compare(found["ours"], found["plain dynaconf"]),
                against="plain dynaconf",
            )
        )
    return rows
