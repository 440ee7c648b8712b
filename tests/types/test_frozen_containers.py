"""A container that readers share cannot be changed in place, and is a list or a dict otherwise."""

from __future__ import annotations

import copy
import json
import operator
import pickle
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Declare, Load

LIST_CHANGES: dict[str, Callable[[list[Any]], Any]] = {
    "append": lambda items: items.append("c"),
    "extend": lambda items: items.extend(["c"]),
    "insert": lambda items: items.insert(0, "c"),
    "remove": lambda items: items.remove("a"),
    "pop": lambda items: items.pop(),
    "clear": lambda items: items.clear(),
    "sort": lambda items: items.sort(),
    "reverse": lambda items: items.reverse(),
    "item assignment": lambda items: operator.setitem(items, 0, "c"),
    "slice assignment": lambda items: operator.setitem(items, slice(None), ["c"]),
    "item deletion": lambda items: operator.delitem(items, 0),
    "+=": lambda items: operator.iadd(items, ["c"]),
    "*=": lambda items: operator.imul(items, 2),
    "attribute": lambda items: setattr(items, "note", "c"),
}
DICT_CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "update": lambda table: table.update(b=2),
    "setdefault": lambda table: table.setdefault("b", 2),
    "pop": lambda table: table.pop("a"),
    "popitem": lambda table: table.popitem(),
    "clear": lambda table: table.clear(),
    "item assignment": lambda table: operator.setitem(table, "a", 2),
    "item deletion": lambda table: operator.delitem(table, "a"),
    "|=": lambda table: operator.ior(table, {"b": 2}),
    "attribute": lambda table: setattr(table, "note", "c"),
}

each_list_change = pytest.mark.parametrize("change", LIST_CHANGES.values(), ids=LIST_CHANGES)
each_dict_change = pytest.mark.parametrize("change", DICT_CHANGES.values(), ids=DICT_CHANGES)


@pytest.fixture
def items(declare: Declare, load: Load) -> list[str]:
    declare("MAIL_X: list[str] = setting()")
    return load('MAIL_X = ["b", "a"]').MAIL_X


@pytest.fixture
def table(declare: Declare, load: Load) -> dict[str, Any]:
    declare("MAIL_X: dict[str, Any] = setting()")
    return load("MAIL_X = { a = 1, b = [1, { c = 2 }] }").MAIL_X


# Lists.


def test_list_is_a_list_to_every_reader(items: list[str]) -> None:
    assert isinstance(items, list)
    assert items == ["b", "a"]
    assert json.dumps(items) == '["b", "a"]'
    assert repr(items) == "['b', 'a']"
    assert sorted(items) == ["a", "b"]
    assert [*items, "c"] == ["b", "a", "c"]


@each_list_change
def test_list_cannot_be_changed_in_place(
    change: Callable[[list[Any]], Any], items: list[str]
) -> None:
    with pytest.raises((AttributeError, TypeError)):
        change(items)
    assert items == ["b", "a"]


@pytest.mark.parametrize("error", [AttributeError, TypeError])
def test_change_of_a_list_says_to_copy_it(error: type[Exception], items: list[str]) -> None:
    with pytest.raises(error, match=r"change a copy: list\(value\)"):
        items.append("c")


@pytest.mark.parametrize(
    "copied", [list, copy.copy, copy.deepcopy, lambda x: x[:], lambda x: x.copy(), lambda x: [*x]]
)
def test_copy_of_a_list_is_a_plain_list(
    copied: Callable[[list[str]], list[str]], items: list[str]
) -> None:
    mine = copied(items)
    mine.append("c")
    assert type(mine) is list
    assert (mine, items) == (["b", "a", "c"], ["b", "a"])


def test_pickle_of_a_list_is_a_plain_list(items: list[str]) -> None:
    assert type(pickle.loads(pickle.dumps(items))) is list


# Tables.


def test_table_is_a_dict_to_every_reader(table: dict[str, Any]) -> None:
    assert isinstance(table, dict)
    assert table == {"a": 1, "b": [1, {"c": 2}]}
    assert json.dumps(table) == '{"a": 1, "b": [1, {"c": 2}]}'
    assert {**table, "a": 2}["a"] == 2
    assert table | {"a": 3} == {"a": 3, "b": [1, {"c": 2}]}


@each_dict_change
def test_table_cannot_be_changed_in_place(
    change: Callable[[dict[str, Any]], Any], table: dict[str, Any]
) -> None:
    with pytest.raises((AttributeError, TypeError)):
        change(table)
    assert table == {"a": 1, "b": [1, {"c": 2}]}


def test_change_of_a_table_says_to_copy_it(table: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"change a copy: dict\(value\)"):
        table["a"] = 2


@pytest.mark.parametrize("copied", [dict, copy.copy, copy.deepcopy, lambda x: x.copy()])
def test_copy_of_a_table_is_a_plain_dict(
    copied: Callable[[dict[str, Any]], dict[str, Any]], table: dict[str, Any]
) -> None:
    mine = copied(table)
    mine["a"] = 2
    assert type(mine) is dict
    assert (mine["a"], table["a"]) == (2, 1)


def test_deep_copy_of_a_table_is_plain_all_the_way_down(table: dict[str, Any]) -> None:
    mine = copy.deepcopy(table)
    mine["b"][1]["c"] = 3
    assert (type(mine["b"]), type(mine["b"][1])) == (list, dict)
    assert table["b"][1]["c"] == 2


def test_pickle_of_a_table_is_plain_all_the_way_down(table: dict[str, Any]) -> None:
    mine = pickle.loads(pickle.dumps(table))
    assert (type(mine), type(mine["b"]), type(mine["b"][1])) == (dict, list, dict)


def test_containers_within_containers_cannot_be_changed_in_place(table: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        table["b"].append(3)
    with pytest.raises(TypeError):
        table["b"][1]["c"] = 3


@pytest.mark.parametrize(
    ("type_", "toml"),
    [
        ("list[list[int]]", "[[1]]"),
        ("dict[str, list[int]]", "{ a = [1] }"),
        ("tuple[list[int], ...]", "[[1]]"),
        ("tuple[list[int], int]", "[[1], 2]"),
        ("list[dict[str, int]]", "[{ a = 1 }]"),
        ("Any", "[[1]]"),
        ("list", "[[1]]"),
        ("list[list[int]] | None", "[[1]]"),
        ("int | list[list[int]]", "[[1]]"),
    ],
)
def test_inner_container_cannot_be_changed_in_place(
    type_: str, toml: str, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    [inner, *_] = _parts(load(f"MAIL_X = {toml}")["MAIL_X"])
    with pytest.raises(TypeError):
        inner.clear()


def _parts(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value)


# Sets.


@pytest.mark.parametrize("type_", ["set[int]", "frozenset[int]", "set"])
def test_set_comes_back_frozen(type_: str, declare: Declare, load: Load) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    assert type(load("MAIL_X = [1, 2]").MAIL_X) is frozenset


# What the containers came from.


def test_list_of_overrides_may_be_changed_by_its_owner(declare: Declare, load: Load) -> None:
    declare("MAIL_X: list[list[int]] = setting()")
    mine = [[1]]
    settings = load(overrides={"MAIL_X": mine})
    mine[0].append(2)
    mine.append([3])
    assert settings.MAIL_X == [[1]]


def test_table_of_overrides_may_be_changed_by_its_owner(declare: Declare, load: Load) -> None:
    declare("MAIL_X: dict[str, list[int]] = setting()")
    mine = OrderedDict(a=[1])
    settings = load(overrides={"MAIL_X": mine})
    mine["a"].append(2)
    mine["b"] = [3]
    assert settings.MAIL_X == {"a": [1]}


@pytest.mark.parametrize("type_", ["list", "list[int]", "Any"])
def test_default_list_cannot_be_changed_in_place(type_: str, declare: Declare, load: Load) -> None:
    declare(f"MAIL_X: {type_} = setting([1])")
    with pytest.raises(TypeError):
        load().MAIL_X.append(2)


@pytest.mark.parametrize("made", ["[1]", "{'a': 1}"])
def test_container_that_a_cast_makes_cannot_be_changed_in_place(
    made: str, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: Any = setting('x', cast=lambda text: {made})")
    with pytest.raises(TypeError):
        load().MAIL_X.clear()


def test_as_dict_has_plain_containers_all_the_way_down(declare: Declare, load: Load) -> None:
    declare("MAIL_X: tuple[list[dict[str, int]], ...] = setting()")
    [[inner]] = load("MAIL_X = [[{ a = 1 }]]").as_dict()["MAIL_X"]
    inner["a"] = 2
    assert type(inner) is dict


def test_list_that_a_function_computes_cannot_be_changed_in_place(
    declare: Declare, load: Load
) -> None:
    declare(
        "MAIL_X: list[int] = setting(computed=True)",
        types="""
        @hookimpl
        def integr8s_computed():
            return {"MAIL_X": lambda s: [1]}
        """,
    )
    with pytest.raises(TypeError):
        load().MAIL_X.clear()
