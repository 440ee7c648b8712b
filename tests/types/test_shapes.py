"""Tables of an author's own types have the same value in every layer that may give it."""

from __future__ import annotations

import importlib
import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from ..command_line.commands import integr8s_conf
from ..exports.ecma_validator import accepts, exported

if TYPE_CHECKING:
    from ..conftest import Stranger, Write
    from .conftest import Declare, Load, Refused

TYPES = """
class Level(Enum):
    LOW = "low"
    HIGH = "high"

@dataclass(frozen=True)
class Retry:
    times: int
    pause: timedelta = timedelta(seconds=1)

@dataclass
class Server:
    host: str
    level: Level = Level.LOW
    folder: Path = Path("/")
    since: date = date(2026, 1, 1)
    at: time | None = None
    retries: list[Retry] = field(default_factory=list)

class Options(TypedDict, total=False):
    limit: int
    until: datetime

class Route(TypedDict):
    topic: str
    options: NotRequired[Options]
"""
SERVER_TOML = (
    '{ host = "a", level = "HIGH", folder = "~/b", since = 2026-02-03, at = 12:30:00,'
    ' retries = [{ times = 2, pause = "1m30s" }, { times = 3, pause = 5 }] }'
)
SERVER_JSON = {
    "host": "a",
    "level": "HIGH",
    "folder": "~/b",
    "since": "2026-02-03",
    "at": "12:30:00",
    "retries": [{"times": 2, "pause": "1m30s"}, {"times": 3, "pause": 5}],
}
SERVER = (
    'Server("a", Level.HIGH, Path("~/b"), date(2026, 2, 3), time(12, 30),'
    " [Retry(2, timedelta(seconds=90)), Retry(3, timedelta(seconds=5))])"
)
UNTIL = "2026-02-03T04:05:06"
ROUTE_TOML = f'{{ topic = "a", options = {{ until = {UNTIL} }} }}'
ROUTE_JSON = {"topic": "a", "options": {"until": UNTIL}}
ROUTE = '{"topic": "a", "options": {"until": datetime(2026, 2, 3, 4, 5, 6)}}'
SHAPES: dict[str, tuple[str, Any, str]] = {
    "Server": (SERVER_TOML, SERVER_JSON, SERVER),
    "Server | None": (SERVER_TOML, SERVER_JSON, SERVER),
    "list[Server]": (f"[{SERVER_TOML}]", [SERVER_JSON], f"[{SERVER}]"),
    "list[Server | None]": (f'["", {SERVER_TOML}]', [None, SERVER_JSON], f"[None, {SERVER}]"),
    "dict[str, Server]": (f"{{ b = {SERVER_TOML} }}", {"b": SERVER_JSON}, f'{{"b": {SERVER}}}'),
    "dict[str, list[Server]]": (
        f"{{ b = [{SERVER_TOML}] }}",
        {"b": [SERVER_JSON]},
        f'{{"b": [{SERVER}]}}',
    ),
    "int | Server": (SERVER_TOML, SERVER_JSON, SERVER),
    "tuple[Server, date]": (
        f"[{SERVER_TOML}, 2026-02-03]",
        [SERVER_JSON, "2026-02-03"],
        f"({SERVER}, date(2026, 2, 3))",
    ),
    "Route": (ROUTE_TOML, ROUTE_JSON, ROUTE),
    "list[Route]": (f"[{ROUTE_TOML}]", [ROUTE_JSON], f"[{ROUTE}]"),
    "dict[str, Route] | None": (f"{{ b = {ROUTE_TOML} }}", {"b": ROUTE_JSON}, f'{{"b": {ROUTE}}}'),
    "set[date]": ("[2026-02-03]", ["2026-02-03"], "{date(2026, 2, 3)}"),
}


@pytest.mark.parametrize("type_", SHAPES)
def test_value_is_the_same_in_every_layer(
    type_: str, declare: Declare, load: Load, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    toml, plain, expression = SHAPES[type_]
    text = json.dumps(plain)
    declare(f"MAIL_X: {type_} = setting()", types=f"{TYPES}\nVALUE = {expression}\n")
    value = importlib.import_module("mail_conf.mail").VALUE
    assert load(f"MAIL_X = {toml}")["MAIL_X"] == value
    write("worker.toml", f"MAIL_X = {toml}")
    assert load(override_path="worker.toml")["MAIL_X"] == value
    assert load(overrides={"MAIL_X": value})["MAIL_X"] == value
    write("some.env", f"INTEGR8S_MAIL_X='{text}'")
    assert load(env_file="some.env")["MAIL_X"] == value
    monkeypatch.setenv("INTEGR8S_MAIL_X", text)
    assert load()["MAIL_X"] == value


def test_defaults_are_taken_and_the_file_of_them_reads_back(declare: Declare, load: Load) -> None:
    keys = {f"MAIL_X{number}": shape for number, shape in enumerate(SHAPES.items())}
    declare(
        *(f"{key}: {type_} = setting({value})" for key, (type_, (_, _, value)) in keys.items()),
        types=TYPES,
    )
    default = load()
    text = integr8s_conf("export", "config").out
    written = tomllib.loads(text)
    settings = load(text)
    assert keys.keys() <= written.keys()
    assert [settings[key] for key in keys] == [default[key] for key in keys]
    assert accepts(exported(), written)


# Units.


def test_unit_of_a_key_is_that_of_the_durations_in_its_lists_and_tables(
    declare: Declare, load: Load
) -> None:
    declare("MAIL_X: dict[str, list[timedelta]] = setting(unit='minutes')")
    assert load("MAIL_X = { a = [2] }")["MAIL_X"]["a"][0].total_seconds() == 120


def test_unit_of_a_key_is_not_that_of_a_table_s_fields(
    declare: Declare, load: Load, refused: Refused
) -> None:
    declare("MAIL_X: list[Retry] = setting(unit='minutes')", types=TYPES)
    [retry] = load("MAIL_X = [{ times = 1, pause = 2 }]")["MAIL_X"]
    assert retry.pause.total_seconds() == 2
    assert refused("MAIL_X = [{ times = true }]").wanted == "an integer"


def test_field_s_duration_is_written_in_the_unit_in_which_it_is_read(
    declare: Declare, write: Write
) -> None:
    write("config.toml", "")
    default = "[Retry(1, timedelta(seconds=-30))]"
    declare(f"MAIL_X: list[Retry] = setting({default}, unit='minutes')", types=TYPES)
    written = tomllib.loads(integr8s_conf("export", "config").out)
    assert written["MAIL_X"] == [{"times": 1, "pause": -30}]


# TypedDicts whose module postpones its annotations.


def test_names_of_a_typed_dict_need_not_be_there_where_annotations_are_postponed(
    stranger: Stranger, load: Load, refused: Refused
) -> None:
    stranger("""
        from __future__ import annotations
        from typing import NotRequired, Required, TypedDict
        from integr8s_conf import Section, hookimpl, setting

        class Some(TypedDict, total=False):
            id: Required[int]
            name: str

        class Route(TypedDict):
            topic: str
            copies: NotRequired[list[str]]

        class Mail(Section):
            MAIL_X: Route = setting()
            MAIL_Y: Some = setting()

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    text = 'MAIL_X = { topic = "a" }\nMAIL_Y = { id = 1 }'
    assert load(text)["MAIL_X"] == {"topic": "a"}
    assert accepts(exported(), tomllib.loads(text))
    assert refused('MAIL_X = { topic = "a" }\nMAIL_Y = { name = "b" }').found == "no id"
