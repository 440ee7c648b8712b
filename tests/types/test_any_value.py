"""Whatever a layer holds for a key of any type, it is taken or refused: nothing else is raised."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Write
    from .conftest import Declare

pytestmark = pytest.mark.filterwarnings("ignore:.*a secret in a file:integr8s_conf.ConfigWarning")

DECLARED = """
class Colour(Enum):
    RED = "red"
    ONE = 1

@dataclass
class Server:
    host: str
    port: int = 25
    tags: list[str] = field(default_factory=list)

class Route(TypedDict, total=False):
    topic: str
    copies: list[int]
"""
TYPES = [
    "str",
    "int",
    "float",
    "bool",
    "int | None",
    "Literal['a', 1, True]",
    "Colour",
    "Path",
    "timedelta",
    "date",
    "datetime",
    "list[str]",
    "list[float]",
    "tuple[int, str]",
    "tuple[str, ...]",
    "set[int]",
    "dict[str, int]",
    "dict[str, list[Colour]]",
    "list[list[int]] | None",
    "int | list[str]",
    "Server",
    "list[Route]",
    "Any",
]

TEXTS = st.text(max_size=20) | st.sampled_from(
    [
        "",
        " ",
        "1",
        "-1",
        "1.5",
        "true",
        "off",
        "red",
        "RED",
        "a",
        "30s",
        "PT5S",
        "~/x",
        "2026-01-31",
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([2**63, -(2**63) - 1, 10**400])
    | st.floats()
    | TEXTS
)
NAMES = TEXTS | st.sampled_from(["host", "port", "tags", "topic", "copies", "__class__", "self"])
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)
BEYOND_JSON = st.sampled_from(
    [
        b"bytes",
        {1, 2},
        (1, "a"),
        {1: 2},
        object,
        1j,
        date(2026, 1, 31),
        datetime(2026, 1, 31, tzinfo=UTC),
        timedelta.max,
        range(3),
    ]
)
DECLARATIONS = [f"{type_} = setting()" for type_ in TYPES] + ["str = setting(secret=True)"]
each_declaration = pytest.mark.parametrize("declaration", DECLARATIONS)
some_examples = settings(max_examples=60)


def judge(load: Callable[[], Settings]) -> Settings | None:
    """Load settings; where they are refused, the error must be about the key, and printable."""
    try:
        loaded = load()
    except ConfigError as refusal:
        error = refusal
    else:
        assert "MAIL_X" in str(loaded.explain("MAIL_X"))
        assert list(loaded.as_dict()) == list(loaded)
        return loaded
    assert {problem.key for problem in error.problems} == {"MAIL_X"}
    assert str(error).replace("\n", "").isprintable()
    return None


@each_declaration
def test_any_value_in_overrides(declaration: str, declare: Declare, write: Write) -> None:
    """A value that is taken is taken again as readers get it, and stays the same."""
    declare(f"MAIL_X: {declaration}", types=DECLARED)
    write("config.toml", "")

    @some_examples
    @given(value=JSON | BEYOND_JSON)
    def check(value: Any) -> None:
        loaded = judge(lambda: Settings(overrides={"MAIL_X": value}))
        if loaded is not None:
            found = loaded["MAIL_X"]
            again = Settings(overrides={"MAIL_X": found})["MAIL_X"]
            assert again == found or repr(again) == repr(found)

    check()


@each_declaration
def test_any_text_in_a_variable(
    declaration: str, declare: Declare, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(f"MAIL_X: {declaration}", types=DECLARED)
    write("config.toml", "")
    texts = TEXTS | JSON.map(json.dumps)

    @some_examples
    @given(text=texts.filter(lambda text: "\0" not in text and text.isprintable()))
    def check(text: str) -> None:
        monkeypatch.setenv("INTEGR8S_MAIL_X", text)
        judge(Settings)

    check()


@each_declaration
def test_any_value_in_a_file(declaration: str, declare: Declare, write: Write) -> None:
    declare(f"MAIL_X: {declaration}", types=DECLARED)

    @some_examples
    @given(value=JSON)
    def check(value: Any) -> None:
        write("config.toml", f"MAIL_X = {_toml(value)}\n")
        judge(Settings)

    check()


@each_declaration
@pytest.mark.parametrize("depth", [60, 500, 5000])
def test_value_of_any_depth(declaration: str, depth: int, declare: Declare, write: Write) -> None:
    declare(f"MAIL_X: {declaration}", types=DECLARED)
    write("config.toml", "")
    nested: Any = 1
    for _ in range(depth):
        nested = [nested]
    judge(lambda: Settings(overrides={"MAIL_X": nested}))
    judge(lambda: Settings(overrides={"MAIL_X": {"host": nested}}))


@each_declaration
def test_integer_that_python_does_not_spell(
    declaration: str, declare: Declare, write: Write
) -> None:
    declare(f"MAIL_X: {declaration}", types=DECLARED)
    write("config.toml", "")
    for value in (10**5000, [10**5000], {"host": 10**5000}):
        judge(lambda value=value: Settings(overrides={"MAIL_X": value}))


@each_declaration
@pytest.mark.parametrize("depth", [60, 500, 5000])
def test_json_of_any_depth_in_a_variable(
    declaration: str, depth: int, declare: Declare, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(f"MAIL_X: {declaration}", types=DECLARED)
    write("config.toml", "")
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        monkeypatch.setenv("INTEGR8S_MAIL_X", f"{opening * depth}1{closing * depth}")
        judge(Settings)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return (
            f"{{ {', '.join(f'{_text(name)} = {_toml(part)}' for name, part in value.items())} }}"
        )
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if value is None:
        return '""'
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, str) else repr(value)


def _text(text: str) -> str:
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'
