"""A stranger's types with values within values, and what is told of a mistake in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integr8s_conf import Problem

TYPES = """
class Level(Enum):
    LOW = "low"

@dataclass(frozen=True)
class Retry:
    times: int
    pause: timedelta = timedelta(seconds=1)

@dataclass
class Server:
    host: str
    port: int = 25
    level: Level = Level.LOW
    folder: Path = Path("/")
    since: date = date(2026, 1, 1)
    tags: list[str] = field(default_factory=list)
    retry: Retry | None = None

class Route(TypedDict):
    topic: str
    servers: NotRequired[list[Server]]
"""


def heading(problem: Problem) -> str:
    return str(problem).partition("\n")[0].strip()
