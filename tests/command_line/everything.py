"""A stranger's plugin with a key of every kind of type."""

EVERYTHING = """
    from dataclasses import dataclass
    from datetime import date, datetime, time, timedelta
    from enum import Enum
    from pathlib import Path
    from typing import Any, Literal, TypedDict
    from integr8s_conf import Section, hookimpl, setting

    class Colour(Enum):
        RED = "red"
        ONE = 1

    @dataclass(frozen=True)
    class Point:
        x: int
        url: str = "http://me:hunter2@host"

    class Names(TypedDict):
        first: str

    class Every(Section):
        EVERY_BOOL: bool = setting(True, "a")
        EVERY_INT: int = setting(3, "a")
        EVERY_FLOAT: float = setting(0.5, "a")
        EVERY_INFINITY: float = setting(float("inf"), "a", allow_inf_nan=True)
        EVERY_NONE: int | None = setting(None, "a")
        EVERY_LITERAL: Literal["a", 2] = setting(2, "a")
        EVERY_ENUM: Colour = setting("red", "a")
        EVERY_ENUMS: list[Colour] = setting(["red", 1], "a")
        EVERY_PATH: Path = setting("~/x", "a")
        EVERY_DURATION: timedelta = setting("90s", "a")
        EVERY_DATE: date = setting(date(2026, 1, 31), "a")
        EVERY_DATETIME: datetime = setting(datetime(2026, 1, 31, 12), "a")
        EVERY_TIME: time = setting(time(12), "a")
        EVERY_TUPLE: tuple[int, str] = setting((1, "a"), "a")
        EVERY_SET: set[int] = setting([10, 9, 2], "a")
        EVERY_POINTS: set[Point] = setting(lambda: [Point(1), Point(2)], "a")
        EVERY_TABLE: dict[str, list[Path]] = setting({"a b": ["/x"]}, "a")
        EVERY_RECORD: Point = setting({"x": 1}, "a")
        EVERY_NAMES: Names = setting({"first": "a"}, "a")
        EVERY_ANY: Any = setting([{"a": {1: "http://me:hunter2@host"}}], "a")
        EVERY_CAST: complex = setting("1+2j", "a", cast=complex)
        EVERY_URL: str = setting("http://me:hunter2@host/x", "a")
        EVERY_ODD: str = setting("\\x1b[31mred\\x07 \\u202e é", "a")

    @hookimpl
    def integr8s_sections():
        return [Every]
"""

PLAIN = {
    "EVERY_BOOL": True,
    "EVERY_INT": 3,
    "EVERY_FLOAT": 0.5,
    "EVERY_INFINITY": "inf",
    "EVERY_NONE": None,
    "EVERY_LITERAL": 2,
    "EVERY_ENUM": "red",
    "EVERY_ENUMS": ["red", 1],
    "EVERY_PATH": "~/x",
    "EVERY_DURATION": "90s",
    "EVERY_DATE": "2026-01-31",
    "EVERY_DATETIME": "2026-01-31T12:00:00",
    "EVERY_TIME": "12:00:00",
    "EVERY_TUPLE": [1, "a"],
    "EVERY_SET": [2, 9, 10],
    "EVERY_POINTS": [
        {"x": 1, "url": "http://********@host"},
        {"x": 2, "url": "http://********@host"},
    ],
    "EVERY_TABLE": {"a b": ["/x"]},
    "EVERY_RECORD": {"x": 1, "url": "http://********@host"},
    "EVERY_NAMES": {"first": "a"},
    "EVERY_ANY": [{"a": {"1": "http://********@host"}}],
    "EVERY_CAST": "(1+2j)",
    "EVERY_URL": "http://********@host/x",
    "EVERY_ODD": "\x1b[31mred\x07 \u202e é",
}
"""The same values as JSON holds them."""
