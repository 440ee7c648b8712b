"""Two values agree where code that reads them can't tell them apart."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integr8s_conf import Secret
from integr8s_conf.convert.frozen import freeze
from integr8s_conf.parity.agreement import differing

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


class Level(StrEnum):
    LOW = "low"


@given(plain)
def test_a_value_agrees_with_itself_frozen(value: Any) -> None:
    assert differing(freeze(value), value) is None


def test_a_secret_agrees_with_its_text() -> None:
    assert differing(Secret("text"), "text") is None
    assert differing(Secret("text"), "other") == "value"


def test_a_class_that_was_imported_anew_is_the_same() -> None:
    names: dict[str, Any] = {"__name__": __name__}
    exec("from enum import StrEnum\nclass Level(StrEnum):\n    LOW = 'low'", names)
    assert names["Level"] is not Level
    assert differing(Level.LOW, names["Level"].LOW) is None


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (60, 60.0, "type"),
        (1, True, "type"),
        ("12345", 12345, "type"),
        ("/app", Path("/app"), "type"),
        (["a"], ("a",), "type"),
        (frozenset({1}), {1}, "type"),
        ("low", Level.LOW, "type"),
        (1.5, Decimal("1.5"), "type"),
        ({"a": [1]}, {"a": [1.0]}, "type"),
        (None, "", "value"),
        (0.0, -0.0, "value"),
        (0.1, 0.1 + 1e-17 * 2, "value"),
        ([1], [1, 2], "value"),
        ({"a": 1}, {"b": 1}, "value"),
        ({"a": [1]}, {"a": [2]}, "value"),
    ],
)
def test_what_differs(one: Any, other: Any, what: str) -> None:
    assert differing(one, other) == what
    assert differing(other, one) == what
