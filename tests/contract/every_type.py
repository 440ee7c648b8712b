"""A plugin with a key of each declared type, and each kind of bound."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, IntEnum, StrEnum
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict

from integr8s_conf import Section, hookimpl, setting


class Colour(Enum):
    RED = "red"
    GREEN = 2


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Mode(StrEnum):
    FAST = "fast"
    SLOW = "slow"


@dataclass(frozen=True)
class Language:
    versions: list[str]
    file_ext: str
    weight: float = 1.0
    made: str = field(default="", init=False)


@dataclass
class Span:
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError("it ends before it starts")


class Worker(TypedDict):
    name: str
    threads: NotRequired[int]


class Single(Section):
    """Texts, numbers, flags and paths."""

    TYPE_TEXT: str = setting("abc", "Text of a length", min_length=2, max_length=5)
    TYPE_PATTERN: str = setting("ab1", "Text of a form", pattern=r"[a-z]+[0-9]?")
    TYPE_BOTH: str = setting("abcd", "Text of both", pattern=r"[a-z]+", min_length=3, max_length=6)
    TYPE_INTEGER: int = setting(5, "Integer of a range", gt=-5, le=9)
    TYPE_ANY_INTEGER: int = setting(5, "Integer")
    TYPE_FLOAT: float = setting(0.5, "Number of a range", gt=0, lt=1)
    TYPE_INFINITE: float = setting(0.5, "Number that may be none", allow_inf_nan=True)
    TYPE_ANY_FLOAT: float = setting(0.5, "Number")
    TYPE_FLAG: bool = setting(True, "Flag")
    TYPE_PATH: Path = setting("/tmp", "Path")


class Moment(Section):
    """Durations, dates and times."""

    TYPE_DURATION: timedelta = setting("30s", "Duration", unit="minutes", ge="10s", lt="2h")
    TYPE_ANY_DURATION: timedelta = setting(1, "Duration without bounds")
    TYPE_DATE: date = setting(date(2026, 1, 1), "Date", ge=date(2025, 1, 1), lt=date(2030, 1, 1))
    TYPE_DATETIME: datetime = setting(
        datetime(2026, 1, 1, tzinfo=UTC), "Date with time", gt=datetime(2025, 1, 1, tzinfo=UTC)
    )
    TYPE_ANY_DATETIME: datetime = setting(datetime(2026, 1, 1), "Date with time")
    TYPE_TIME: time = setting(time(12), "Time of a day", le=time(18))


class Choice(Section):
    """Listed values, members, and one type or another."""

    TYPE_CHOICE: Literal["a", "b", 3] = setting("a", "One of three")
    TYPE_TRUE: Literal[True] = setting(True, "One of one")
    TYPE_CHOICE_OR_NONE: Literal["x", "y", None] = setting(None, "One of two, or none")
    TYPE_ENUM: Colour = setting("red", "Member")
    TYPE_INT_ENUM: Level = setting(1, "Member of numbers")
    TYPE_STR_ENUM: Mode | None = setting(None, "Member of texts, or none")
    TYPE_TEXT_OR_NONE: str | None = setting(None, "Text, or none", min_length=2)
    TYPE_INTEGER_OR_NONE: int | None = setting(None, "Integer, or none", ge=1)
    TYPE_EITHER: int | str = setting(1, "Integer, or text")


class Container(Section):
    """Lists, tuples, sets and tables."""

    TYPE_LIST: list[int] = setting([1], "Integers", min_length=1, max_length=3)
    TYPE_LISTS: list[list[str]] = setting(list, "Lists of texts")
    TYPE_ITEMS: tuple[str, int] = setting(("a", 1), "Text and integer")
    TYPE_TUPLE: tuple[float, ...] = setting((), "Numbers")
    TYPE_SET: set[str] = setting(set, "Texts", max_length=3)
    TYPE_FROZEN: frozenset[int] = setting({1}, "Integers", min_length=1)
    TYPE_TABLE: dict[str, float] = setting(dict, "Numbers by name", max_length=4)
    TYPE_ANY_TABLE: dict[str, Any] = setting(dict, "Anything by name")
    TYPE_DURATIONS: list[timedelta] = setting(list, "Durations", unit="seconds")


class Other(Section):
    """Records, types of the author's own, and keys that must be set."""

    TYPE_RECORDS: dict[str, Language] = setting(dict, "Languages by name")
    TYPE_RECORD: Span = setting({"start": 1, "end": 2}, "Span that ends after it starts")
    TYPE_TYPED_DICT: list[Worker] = setting(list, "Workers")
    TYPE_ANYTHING: Any = setting(None, "Anything", check=lambda value: None)
    TYPE_CAST: complex = setting("1j", "Complex number", cast=complex, examples=["2+1j"])
    TYPE_REQUIRED: int = setting(description="Integer that must be set", ge=0, examples=[1])
    TYPE_SECRET: str = setting(description="Text that must be set", secret=True, min_length=8)


SECTIONS = [Single, Moment, Choice, Container, Other]


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    return [*SECTIONS]
