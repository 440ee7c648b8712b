"""Kubernetes quantities are compared as the numbers that they stand for."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LIMIT, REQUEST = "K8S_POD_MEMORY_LIMIT", "K8S_POD_MEMORY_REQUEST"

SCALES = {
    "n": Fraction(1, 10**9),
    "u": Fraction(1, 10**6),
    "m": Fraction(1, 1000),
    "": Fraction(1),
    "k": Fraction(10**3),
    "M": Fraction(10**6),
    "G": Fraction(10**9),
    "T": Fraction(10**12),
    "P": Fraction(10**15),
    "E": Fraction(10**18),
    "Ki": Fraction(2**10),
    "Mi": Fraction(2**20),
    "Gi": Fraction(2**30),
    "Ti": Fraction(2**40),
    "Pi": Fraction(2**50),
    "Ei": Fraction(2**60),
    "e3": Fraction(10**3),
    "E3": Fraction(10**3),
    "e+3": Fraction(10**3),
    "E-3": Fraction(1, 1000),
    "e03": Fraction(10**3),
}

EQUALS = [
    ("1", "1000m"),
    ("1m", "1000u"),
    ("1u", "1000n"),
    ("1k", "1e3"),
    ("1k", "1E3"),
    ("1M", "1000k"),
    ("1G", "1000M"),
    ("1T", "1000G"),
    ("1P", "1000T"),
    ("1E", "1000P"),
    ("1E", "1e18"),
    ("1Ki", "1024"),
    ("1Mi", "1024Ki"),
    ("1Gi", "1024Mi"),
    ("1Ti", "1024Gi"),
    ("1Pi", "1024Ti"),
    ("1Ei", "1024Pi"),
    ("0.1", "100m"),
    (".5", "500m"),
    ("5.", "5"),
    ("5.k", "5000"),
    ("+1", "1"),
    ("007", "7"),
    ("1e-3", "1m"),
    ("9007199254740993", "9007199254740.993k"),
]

ASCENDING = [
    ("1000m", "2"),
    ("128Mi", "1Gi"),
    ("128M", "128Mi"),
    ("999m", "1"),
    ("1E3", "1E"),
    ("1024", "1025"),
    ("0.3", "0.30000000000000001"),
    ("9007199254740992", "9007199254740993"),
    ("1m", "1M"),
    ("1n", "1u"),
    ("900", "1k"),
]

NO_QUANTITIES = [
    *("", ".", "+", "-", "e3", "Mi", "m", "1.1.1", "1..1", "+-1", "1e", "1e+", "1e1.5", "1e3k"),
    *(
        "128MB",
        "128mb",
        "128mi",
        "128MI",
        "128K",
        "128B",
        "1i",
        "1ki",
        "1mi",
        "1ni",
        "1EE",
        "1Eie3",
    ),
    *(
        "1 Gi",
        " 1",
        "1 ",
        "1\n",
        "\n1",
        "1\x00",
        "1,5",
        "1_000",
        "0x10",
        "½",
        "\uff11",
        "\u0661",
        "1µ",
    ),
    *("nan", "inf", "Infinity", "1/2", "two", "1e999999999", "1e-999999999", "1e9999999999999999"),
]

NOT_POSITIVE = ["0", "0Mi", "0.0", ".0", "0e99", "-0", "-1", "-128Mi", "-0.5", "-1e-3"]


def load(request: str, limit: str) -> Settings | ConfigError:
    try:
        return Settings(overrides={REQUEST: request, LIMIT: limit})
    except ConfigError as error:
        return error


def is_at_most(request: str, limit: str) -> bool:
    """Tell how the settings compare two sound quantities."""
    loaded = load(request, limit)
    if isinstance(loaded, ConfigError):
        [problem] = loaded.problems
        assert problem.key == REQUEST
        assert LIMIT in problem.wanted
        return False
    assert (loaded[REQUEST], loaded[LIMIT]) == (request, limit)
    return True


def is_taken(limit: str) -> bool:
    """Tell whether a text is a limit, be it a tiny one."""
    loaded = load("1n", limit)
    if isinstance(loaded, ConfigError):
        assert {problem.key for problem in loaded.problems} <= {LIMIT, REQUEST}
        return False
    assert loaded[LIMIT] == limit
    return True


def quantities() -> SearchStrategy[tuple[str, Fraction]]:
    """Return texts of positive quantities, each with its number."""
    digits = st.text("0123456789", min_size=1, max_size=15)
    fractions = st.just("") | st.text("0123456789", max_size=9).map(".{}".format)
    numbers = st.tuples(st.sampled_from(["", "+"]), digits, fractions).map("".join)
    positive = numbers.filter(lambda number: Fraction(number) > 0)
    return st.tuples(positive, st.sampled_from(list(SCALES))).map(
        lambda pair: ("".join(pair), Fraction(pair[0]) * SCALES[pair[1]])
    )


@pytest.mark.parametrize(("one", "other"), EQUALS)
def test_equal_quantities_fit_each_other(one: str, other: str) -> None:
    assert is_at_most(one, other)
    assert is_at_most(other, one)


@pytest.mark.parametrize(("smaller", "greater"), ASCENDING)
def test_smaller_request_is_taken(smaller: str, greater: str) -> None:
    assert is_at_most(smaller, greater)


@pytest.mark.parametrize(("smaller", "greater"), ASCENDING)
def test_greater_request_is_refused(smaller: str, greater: str) -> None:
    assert not is_at_most(greater, smaller)


@pytest.mark.parametrize("suffix", SCALES)
def test_suffix_of_kubernetes_is_taken(suffix: str) -> None:
    assert is_taken(f"1.5{suffix}")


@pytest.mark.parametrize("text", [*NO_QUANTITIES, *NOT_POSITIVE])
def test_text_that_is_no_positive_quantity_is_refused(text: str) -> None:
    with pytest.raises(ConfigError) as refusal:
        Settings(overrides={LIMIT: text})
    [problem] = refusal.value.problems
    assert problem.key == LIMIT
    assert "a Kubernetes quantity greater than 0" in problem.wanted


@settings(max_examples=200)
@given(request=quantities(), limit=quantities())
def test_order_of_quantities_is_the_order_of_numbers(
    request: tuple[str, Fraction], limit: tuple[str, Fraction]
) -> None:
    assert is_at_most(request[0], limit[0]) == (request[1] <= limit[1])


@settings(max_examples=200)
@given(text=st.text() | st.text("+-.0159eEinumkKMGTP \n"))
@example("1e999999999")
@example("1E-999999999")
def test_any_text_is_taken_as_it_is_or_refused(text: str) -> None:
    is_taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 500_000,
        f"{'9' * 500_000}x",
        f"0.{'0' * 500_000}1",
        f"1e{'9' * 500_000}",
        "." * 500_000,
    ],
    ids=["digits", "digits-and-a-letter", "fraction", "exponent", "dots"],
)
def test_huge_text_is_refused(text: str) -> None:
    assert not is_taken(text)
