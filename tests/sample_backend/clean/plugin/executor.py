"""What the team declares of its own."""

from __future__ import annotations

from integr8s_conf import Section, hookimpl, setting


class Executor(Section):
    """What runs the code of users."""

    EXECUTOR_IMAGE: str = setting("python:3.12-slim", "Image of the pods", min_length=1)
    EXECUTOR_EVENT_VERSION: int = setting(
        3, "Version of the events that workers exchange", ge=1, per_worker=False
    )


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the sections."""
    return [Executor]
