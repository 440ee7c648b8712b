"""A declaration whose type and keywords do not fit each other is a problem that says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused

TYPES = """
class Unknown:
    pass

@dataclass
class Tree:
    branches: "list[Tree]"
"""
BAD = [
    ("Unknown = setting()", "no converter for the type Unknown; give setting() a cast="),
    ("list[Unknown] = setting()", "no converter for the type Unknown"),
    ("dict[int, str] = setting()", "no converter for the type dict[int, str]"),
    ("bytes = setting()", "no converter for the type bytes"),
    ("Tree = setting()", "the type contains itself; give setting() a cast="),
    ("str = setting(gt=1)", "gt= does not fit a string"),
    ("bool = setting(ge=1)", "ge= does not fit true or false"),
    ("list[int] = setting(le=1)", "le= does not fit a list of integers"),
    ("int = setting(lt='5')", "lt='5' is not an integer"),
    ("int = setting(gt=True)", "gt=True is not an integer"),
    ("int = setting(min_length=1)", "min_length= and max_length= do not fit an integer"),
    ("float = setting(max_length=1)", "min_length= and max_length= do not fit a number"),
    ("int = setting(pattern='a')", "pattern= does not fit an integer"),
    ("str = setting(pattern='(')", "pattern= is no regular expression"),
    ("timedelta = setting(unit='fortnights')", "not 'fortnights'"),
    ("int = setting(secret=True)", "a secret is declared as str or str | None"),
    ("list[str] = setting(secret=True)", "a secret is declared as str or str | None"),
    ("Path = setting(secret=True)", "a secret is declared as str or str | None"),
]


@pytest.mark.parametrize(("declaration", "said"), BAD)
def test_declaration_is_refused(
    declaration: str, said: str, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {declaration}", types=TYPES)
    problem = refused()
    assert (problem.key, problem.plugin) == ("MAIL_X", "mail")
    assert said in str(problem)


@pytest.mark.parametrize(
    "declaration",
    [
        "int = setting(0, gt=0)",
        "int = setting('25')",
        "str = setting('', min_length=1)",
        "str = setting('A', pattern='[a-z]')",
        "str = setting(' ', check=non_empty)",
        "Literal['a'] = setting('b')",
        "str = setting(None)",
        "list[int] = setting(['a'])",
        "complex = setting('x', cast=complex)",
    ],
)
def test_default_that_breaks_its_own_rule_is_refused(
    declaration: str, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {declaration}")
    problem = refused()
    assert (problem.key, problem.plugin) == ("MAIL_X", "mail")


def test_other_keys_of_the_section_are_not_lost(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: bytes = setting()", "MAIL_Y: int = setting(5)")
    assert refused("MAIL_Y = 6").key == "MAIL_X"


def test_bound_of_a_type_that_the_framework_does_not_know_is_compared(
    declare: Declare, load: Load, refused: Refused
) -> None:
    declare(
        "MAIL_X: Decimal = setting(cast=Decimal, ge=Decimal('0.5'))",
        types="from decimal import Decimal",
    )
    assert str(load('MAIL_X = "0.5"')["MAIL_X"]) == "0.5"
    assert refused('MAIL_X = "0.4"').key == "MAIL_X"


def test_value_that_cannot_be_compared_with_its_bound_is_refused(
    declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: complex = setting(cast=complex, gt=1j)")
    assert refused('MAIL_X = "2j"').key == "MAIL_X"


def test_moments_with_and_without_a_zone_are_not_compared(
    declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: datetime = setting(ge=datetime(2026, 1, 1))")
    assert refused("MAIL_X = 2026-06-01T12:00:00Z").key == "MAIL_X"


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the type statement came with 3.12")
def test_type_with_a_name_of_its_own_is_taken(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Ports = setting()", types="type Ports = list[int]")
    assert load("MAIL_X = [25]")["MAIL_X"] == [25]
