"""Dataclasses of the author's own: made of tables, and frozen whatever they are."""

from __future__ import annotations

import copy
import dataclasses
import importlib
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused

SERVER = """
@dataclass
class Server:
    host: str
    port: int = 25
    tags: list[str] = field(default_factory=list)
    timeout: float | None = None
"""


def defined(name: str) -> Any:
    """Return a type that the plugin defines."""
    return getattr(importlib.import_module("mail_conf.mail"), name)


def test_dataclass_is_made_of_a_table(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    server = load('MAIL_X = { host = "a", timeout = 5 }')["MAIL_X"]
    assert isinstance(server, defined("Server"))
    assert server == defined("Server")("a", 25, [], 5.0)
    assert type(server.timeout) is float


def test_dataclass_of_a_variable_is_json(
    declare: Declare, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    monkeypatch.setenv("INTEGR8S_MAIL_X", '{"host": "a", "tags": ["b"]}')
    assert load()["MAIL_X"] == defined("Server")("a", 25, ["b"])


def test_dataclass_may_be_the_default(declare: Declare, load: Load) -> None:
    declare('MAIL_X: Server = setting(Server("a"))', types=SERVER)
    assert load()["MAIL_X"] == defined("Server")("a")


def test_dataclass_cannot_be_changed_in_place(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    server = load('MAIL_X = { host = "a" }')["MAIL_X"]
    with pytest.raises(AttributeError, match=r"change a copy: dataclasses\.replace"):
        server.port = 26
    with pytest.raises(AttributeError):
        del server.port
    assert server.port == 25


def test_list_within_a_dataclass_cannot_be_changed_in_place(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    with pytest.raises(TypeError):
        load('MAIL_X = { host = "a", tags = ["b"] }').MAIL_X.tags.append("c")


def test_default_list_within_a_dataclass_cannot_be_changed_in_place(
    declare: Declare, load: Load
) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    with pytest.raises(TypeError):
        load('MAIL_X = { host = "a" }').MAIL_X.tags.append("c")


def test_dataclass_of_overrides_stays_its_owner_s(declare: Declare, load: Load) -> None:
    declare('MAIL_X: Server = setting(Server("a"))', types=SERVER)
    load()
    mine = defined("Server")("b")
    settings = load(overrides={"MAIL_X": mine})
    mine.port = 26
    mine.tags.append("c")
    assert (settings.MAIL_X.port, settings.MAIL_X.tags) == (25, [])


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, dataclasses.replace])
def test_copy_of_a_dataclass_is_equal(copied: Any, declare: Declare, load: Load) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    server = load('MAIL_X = { host = "a", tags = ["b"] }')["MAIL_X"]
    assert copied(server) == server


def test_dataclass_as_a_dict_is_one_of_plain_values(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    server = load('MAIL_X = { host = "a", tags = ["b"] }')["MAIL_X"]
    assert dataclasses.asdict(server) == {"host": "a", "port": 25, "tags": ["b"], "timeout": None}


@pytest.mark.parametrize("options", ["frozen=True", "slots=True", "kw_only=True", "order=True"])
def test_dataclass_of_any_kind_is_taken(options: str, declare: Declare, load: Load) -> None:
    types = f"""
    @dataclass({options})
    class Point:
        x: int
        y: int = 0
    """
    declare("MAIL_X: Point = setting()", types=types)
    point = load("MAIL_X = { x = 1 }")["MAIL_X"]
    assert (point.x, point.y) == (1, 0)
    with pytest.raises(AttributeError):
        point.x = 2


def test_default_of_a_dataclass_that_is_not_of_its_type_is_left_to_its_author(
    declare: Declare, load: Load
) -> None:
    types = """
    @dataclass
    class Server:
        host: str = None
        tags: list[str] = field(default_factory=lambda: [None])
    """
    declare("MAIL_X: Server = setting()", types=types)
    server = load("MAIL_X = {}")["MAIL_X"]
    assert (server.host, server.tags) == (None, [None])
    with pytest.raises(TypeError):
        server.tags.append("a")


def test_field_that_a_dataclass_derives_is_no_name_of_its_table_and_cannot_be_changed(
    declare: Declare, load: Load, refused: Refused
) -> None:
    types = """
    @dataclass
    class Server:
        host: str
        hosts: list[str] = field(init=False)
        never: int = field(init=False)

        def __post_init__(self):
            self.hosts = [self.host]
    """
    declare("MAIL_X: Server = setting()", types=types)
    server = load('MAIL_X = { host = "a" }')["MAIL_X"]
    assert server.hosts == ["a"]
    shown = load('MAIL_X = { host = "a" }').explain("MAIL_X").value
    assert shown == '{ host = "a", hosts = ["a"] }'
    with pytest.raises(TypeError):
        server.hosts.append("b")
    problem = refused('MAIL_X = { host = "a", hosts = [] }')
    assert (problem.found, problem.path) == ("an unknown name", ("hosts",))


def test_dataclass_without_equality_keeps_that(declare: Declare, load: Load) -> None:
    types = """
    @dataclass(eq=False)
    class Point:
        x: int
    """
    declare("MAIL_X: set[Point] = setting()", types=types)
    points = load("MAIL_X = [{ x = 1 }, { x = 1 }]")["MAIL_X"]
    assert [point.x for point in points] == [1, 1]


def test_dataclass_is_equal_to_no_other_type(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    assert load('MAIL_X = { host = "a" }')["MAIL_X"] != {"host": "a"}


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, dataclasses.replace])
def test_copy_of_a_dataclass_may_be_changed(copied: Any, declare: Declare, load: Load) -> None:
    types = (
        SERVER
        + """
@dataclass(slots=True)
class Point:
    x: int
"""
    )
    declare("MAIL_X: Server = setting()", "MAIL_Y: Point = setting()", types=types)
    settings = load('MAIL_X = { host = "a" }\nMAIL_Y = { x = 1 }')
    server, point = copied(settings.MAIL_X), copied(settings.MAIL_Y)
    server.port, point.x = 26, 2
    assert (settings.MAIL_X.port, settings.MAIL_Y.x) == (25, 1)


@pytest.mark.parametrize(
    ("toml", "path", "found", "wanted"),
    [
        ("{ port = 25 }", (), "no host", "a table with host"),
        ('{ host = "a", prot = 1 }', ("prot",), "an unknown name", "one of the names host"),
        ('{ host = "a", port = "1" }', ("port",), '"1" (a string)', "an integer"),
        ('{ host = "a", tags = [1] }', ("tags", 0), "1 (an integer)", "a string"),
        ('"a"', (), '"a" (a string)', "a table with host, port, tags, timeout"),
    ],
)
def test_table_that_makes_no_dataclass_is_refused(
    toml: str, path: object, found: str, wanted: str, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: Server = setting()", types=SERVER)
    problem = refused(f"MAIL_X = {toml}")
    assert (problem.path, problem.found) == (path, found)
    assert problem.wanted.startswith(wanted)


def test_what_a_dataclass_says_in_its_post_init_is_a_problem(
    declare: Declare, refused: Refused
) -> None:
    types = """
    @dataclass
    class Span:
        low: int
        high: int

        def __post_init__(self):
            if self.low > self.high:
                raise ValueError("low is above high")
    """
    declare("MAIL_X: Span = setting()", types=types)
    assert "low is above high" in refused("MAIL_X = { low = 2, high = 1 }").wanted
