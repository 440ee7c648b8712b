"""What must not be seen is in no path into a value, and in no part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .inner_values import heading

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused, Wrong


def test_name_in_a_path_is_safe_to_show(wrong: Wrong) -> None:
    name = "\x1b[31m" + "x" * 1000
    [problem] = wrong("dict[str, int]", overrides={"MAIL_X": {f"{name}": "a"}})
    assert "\x1b" not in str(problem)
    assert len(heading(problem)) < 200
    [problem] = wrong("dict[str, int]", '[MAIL_X]\n"http://me:hunter2@a" = "b"')
    assert "hunter2" not in f"{problem}{problem!r}"


def test_value_of_an_unknown_name_is_not_shown(wrong: Wrong) -> None:
    [problem] = wrong("Server", 'MAIL_X = { host = "a", pasword = "hunter2" }')
    assert problem.path == ("pasword",)
    assert "hunter2" not in f"{problem}{problem!r}"


def test_secret_in_the_path_of_what_a_function_returned_is_masked(
    declare: Declare, refused: Refused
) -> None:
    declare(
        "MAIL_KEY: str = setting('swordfish', secret=True)",
        "MAIL_X: dict[str, int] = setting(lambda: {'swordfish': 'a'})",
    )
    assert refused().path == ("********",)


def test_value_that_is_made_of_a_secret_has_no_path(declare: Declare, refused: Refused) -> None:
    computed = """
    @hookimpl
    def integr8s_computed():
        return {"MAIL_X": lambda s: {s["MAIL_KEY"]: {s["MAIL_KEY"][::-1]: 1}}}
    """
    declare(
        "MAIL_KEY: str = setting('swordfish', secret=True)",
        "MAIL_X: dict[str, dict[str, str]] = setting(computed=True)",
        types=computed,
    )
    problem = refused()
    assert (problem.key, problem.path) == ("MAIL_X", ())
    assert "swordfish"[::-1] not in f"{problem}{problem!r}"


@pytest.mark.parametrize("options", ["frozen=True", "slots=True"])
def test_dataclass_that_is_made_of_a_secret_hides_it(
    options: str, declare: Declare, load: Load
) -> None:
    computed = f"""
    @dataclass({options})
    class Account:
        user: str
        passwords: list[str]

    @hookimpl
    def integr8s_computed():
        return {{"MAIL_X": lambda s: Account("me", [s["MAIL_KEY"] + "!"])}}
    """
    declare(
        "MAIL_KEY: str = setting('swordfish', secret=True)",
        "MAIL_X: Account = setting(computed=True)",
        types=computed,
    )
    account: Any = load()["MAIL_X"]
    assert account.passwords == ["swordfish!"]
    assert "swordfish" not in repr(account)
    with pytest.raises(AttributeError):
        account.user = "you"
