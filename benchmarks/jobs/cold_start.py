"""The start of a process that reads one key: whole processes, less a Python that does nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .. import generated
from ..ground import BASE, OVERRIDE, environment, process_time
from ..report import Row
from ..timing import compare, interleave

if TYPE_CHECKING:
    from ..effort import Effort

READ = "KAFKA_BOOTSTRAP_SERVERS"
PROGRAMS = {
    "bare Python": "pass",
    "ours": f"from integr8s_conf import settings; settings.{READ}",
    "pydantic class": (
        "from benchmarks.peers.pydantic_class import PydanticSettings as S; "
        f"S.load({BASE!r}, {OVERRIDE!r}).{READ}"
    ),
    "plain dynaconf": (
        f"from benchmarks.peers.plain_dynaconf import load; load({BASE!r}, {OVERRIDE!r}).{READ}"
    ),
}


def run(effort: Effort) -> list[Row]:
    """Measure with our eleven plugins and a generated one, all found through entry points."""
    with TemporaryDirectory() as folder:
        generated.write(Path(folder), plugins=1, keys=10)
        variables = environment(Path(folder), INTEGR8S_CONF_OVERRIDE=OVERRIDE)
        found = interleave(
            {name: partial(process_time, code, variables) for name, code in PROGRAMS.items()},
            effort.rounds(40),
        )
    bare = found.pop("bare Python")
    net = {name: samples.less(bare) for name, samples in found.items()}
    return [
        Row(
            "cold start, one key, 12 plugins, less bare Python",
            net["ours"],
            net["pydantic class"],
            net["plain dynaconf"],
            beside=bare,
            beside_name="bare Python",
            ratio=compare(net["ours"], net["pydantic class"]),
            against="pydantic class",
            limit=0.9,
        )
    ]
