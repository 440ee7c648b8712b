"""The sections declare the table of keys, all of it and nothing else."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_type_hints

import pytest

from integr8s_conf import Settings, setting
from integr8s_sections.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable

    from integr8s_conf import Section

Row = dict[str, str]

with (Path(__file__).parent / "keys.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))

MODULES = list(dict.fromkeys(row["section"] for row in ROWS))
COMPUTED = "(computed)"
WORDS = {"true": True, "false": False, "(empty)": "", COMPUTED: setting().default}
"""What the table writes of a default that has no text of its own."""

TYPES: dict[str, Any] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": bool,
    "str | None": str | None,
    "list[str]": list[str],
}

each_row = pytest.mark.parametrize("row", ROWS, ids=[row["key"] for row in ROWS])


def sections_of(module: str) -> list[type[Section]]:
    sections: list[type[Section]] = importlib.import_module(
        f"integr8s_sections.{module}"
    ).integr8s_sections()
    return sections


def section_of(row: Row) -> type[Section]:
    return sections_of(row["section"])[0]


def declared(row: Row) -> Any:
    return getattr(section_of(row), row["key"])


def documented_type(row: Row) -> Any:
    if row["rule"] == "always true":
        return Literal[True]
    if " | " in row["rule"]:
        return Literal[tuple(row["rule"].split(" | "))]
    return TYPES[row["type"]]


def documented_default(row: Row) -> Any:
    text = row["default"]
    if text in WORDS:
        return WORDS[text]
    if row["type"] == "str | None":
        return text or None
    read: dict[str, Callable[[str], Any]] = {"int": int, "float": float, "list[str]": str.split}
    return read.get(row["type"], str)(text)


def test_table_has_85_keys() -> None:
    assert len({row["key"] for row in ROWS}) == len(ROWS) == 85


@pytest.mark.parametrize("module", MODULES)
def test_plugin_has_one_section_named_like_it(module: str) -> None:
    names = [section.__name__ for section in sections_of(module)]
    assert names == [module.title().replace("_", "")]


@pytest.mark.parametrize("module", MODULES)
def test_section_declares_its_keys_in_order_and_nothing_else(module: str) -> None:
    hints = get_type_hints(sections_of(module)[0])
    assert list(hints) == [row["key"] for row in ROWS if row["section"] == module]


@each_row
def test_type(row: Row) -> None:
    assert get_type_hints(section_of(row))[row["key"]] == documented_type(row)


@each_row
def test_default(row: Row) -> None:
    default = declared(row).default
    default = default() if callable(default) else default
    expected = documented_default(row)
    assert (type(default), default) == (type(expected), expected)


@each_row
def test_value_where_nothing_is_set_is_the_default(row: Row) -> None:
    value = Settings()[row["key"]]
    if row["default"] == COMPUTED:
        assert value == "mongodb://root:rootpassword@mongo:27017/integr8scode?authSource=admin"
    else:
        assert value == documented_default(row)


@each_row
def test_secrecy(row: Row) -> None:
    assert declared(row).secret == (row["secret"] == "yes")


@each_row
def test_computed(row: Row) -> None:
    assert declared(row).computed == (row["default"] == COMPUTED)


@each_row
def test_unit(row: Row) -> None:
    assert declared(row).unit == (row["unit"] or None)


@each_row
def test_description(row: Row) -> None:
    assert declared(row).description == row["description"]


def test_settings_have_the_keys_of_the_table_and_nothing_else() -> None:
    assert set(Settings()) == {row["key"] for row in ROWS}


def test_default_list_cannot_be_changed_for_the_next_reader() -> None:
    origins = Settings().section(Server).CORS_ORIGINS

    with pytest.raises(AttributeError, match="change a copy"):
        origins.append("https://evil.example")
