"""Reading a key as an attribute, of the settings and of a section's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integr8s_conf import Settings, settings
from integr8s_sections.kafka import Kafka

from ..ground import BASE, OVERRIDE
from ..peers import plain_dynaconf
from ..peers.pydantic_class import PydanticSettings
from ..report import Row
from ..timing import compare, interleave, reads

if TYPE_CHECKING:
    from ..effort import Effort

KEYS = ("PROJECT_NAME", "MONGO_PORT", "K8S_NAMESPACE", "KAFKA_SESSION_TIMEOUT_MS", "LOG_LEVEL")
KAFKA_KEYS = tuple(key for key in Kafka.__annotations__ if key.startswith("KAFKA_"))


class _Slots:
    """The plain object that a view is held against."""

    __slots__ = KAFKA_KEYS

    def __init__(self, view: Kafka) -> None:
        for key in KAFKA_KEYS:
            setattr(self, key, getattr(view, key))


def run(effort: Effort) -> list[Row]:
    """Measure a read of the process's own settings, of an instance, and of a view."""
    instance = Settings(override_path=OVERRIDE)
    subjects = {
        "settings": settings,
        "instance": instance,
        "pydantic class": PydanticSettings.load(BASE, OVERRIDE),
        "plain dynaconf": plain_dynaconf.load(BASE, OVERRIDE),
    }
    view = instance.section(Kafka)
    rounds, loops = effort.rounds(40), effort.loops(2_000)
    samplers = {
        name: reads("subject.{key}", KEYS, loops // 10 if "dynaconf" in name else loops, subject=it)
        for name, it in subjects.items()
    }
    samplers["view"] = reads("view.{key}", KAFKA_KEYS, loops, view=view)
    samplers["slots object"] = reads("slots.{key}", KAFKA_KEYS, loops, slots=_Slots(view))
    found = interleave(samplers, rounds)
    pydantic, dynaconf = found["pydantic class"], found["plain dynaconf"]
    return [
        *(
            Row(
                f"read `{spelling}`",
                found[name],
                pydantic,
                dynaconf,
                ratio=compare(found[name], pydantic),
                against="pydantic class",
                limit=1.2,
            )
            for name, spelling in (("settings", "settings.KEY"), ("instance", "Settings().KEY"))
        ),
        Row(
            "read `settings.section(S).KEY`, view held",
            found["view"],
            beside=found["slots object"],
            beside_name="slots object",
            ratio=compare(found["view"], found["slots object"]),
            against="slots object",
            limit=1.2,
        ),
    ]
