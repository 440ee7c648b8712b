"""Keys that nothing sets, keys that have another name now, and keys on their way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, ConfigWarning

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused


def test_callable_default_is_called_for_each_instance(declare: Declare, load: Load) -> None:
    declare("MAIL_X: list[str] = setting(list)", "MAIL_N: int = setting(lambda: next(NUMBERS))",
            types="from itertools import count\nNUMBERS = count(1)")  # fmt: skip
    assert [load().MAIL_N, load().MAIL_N] == [1, 2]
    assert load().MAIL_X is not load().MAIL_X


def test_callable_default_is_not_called_where_a_layer_sets_the_key(
    declare: Declare, load: Load
) -> None:
    declare("MAIL_X: int = setting(lambda: 1 / 0)")
    assert load("MAIL_X = 5").MAIL_X == 5


def test_callable_default_keeps_its_value_in_a_replaced_instance(
    declare: Declare, load: Load
) -> None:
    declare("MAIL_N: int = setting(lambda: next(NUMBERS))",
            types="from itertools import count\nNUMBERS = count(1)")  # fmt: skip
    assert load().replace(REDIS_DB=3).MAIL_N == 1


def test_callable_default_that_raises_is_a_problem(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting(lambda: 1 / 0)")
    problem = refused()
    assert "its default's function raised ZeroDivisionError" in problem.found
    assert (problem.key, problem.plugin) == ("MAIL_X", "mail")


def test_callable_default_of_another_type_is_a_problem(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting(lambda: 'five')")
    assert refused().wanted == "an integer"


def test_callable_default_that_a_check_refuses_is_a_problem_without_the_secret(
    declare: Declare, refused: Refused
) -> None:
    declare(
        "MAIL_X: str = setting(lambda: 'hunter2', secret=True, check=refuse)",
        types="def refuse(text): return f'longer than {text}\\nadd to {text}'",
    )
    problem = refused()
    assert problem.wanted == "longer than ********"
    assert problem.hint.endswith("add to ********")


def test_required_key_that_nothing_sets_is_a_problem(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting(gt=0)")
    problem = refused()
    assert (problem.key, problem.found) == ("MAIL_X", "nothing sets it")
    assert problem.wanted == "an integer greater than 0"
    assert problem.hint == "set MAIL_X in the base file, or the variable INTEGR8S_MAIL_X"


def test_required_secret_that_nothing_sets_says_how_to_set_it(
    declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: str = setting(secret=True)")
    assert refused().hint == "set the variable MAIL_X, or MAIL_X_FILE"


def test_required_optional_key_is_required(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int | None = setting()")
    assert refused().found == "nothing sets it"


def test_all_required_keys_are_reported_together(declare: Declare, load: Load) -> None:
    declare("MAIL_X: int = setting()", "MAIL_Y: int = setting()")
    with pytest.raises(ConfigError) as refusal:
        load()
    assert [problem.key for problem in refusal.value.problems] == ["MAIL_X", "MAIL_Y"]


# Former names, and keys on their way out.


def test_former_name_is_taken_with_a_warning_that_names_the_new_one(
    declare: Declare, load: Load
) -> None:
    declare("MAIL_X: int = setting(25, renamed_from='SMTP_X')")
    with pytest.warns(ConfigWarning, match="rename SMTP_X to MAIL_X"):
        settings = load("SMTP_X = 587")
    assert settings.MAIL_X == 587


def test_former_name_in_overrides_is_taken_with_a_warning(declare: Declare, load: Load) -> None:
    declare("MAIL_X: int = setting(25, renamed_from='SMTP_X')")
    with pytest.warns(ConfigWarning, match="rename SMTP_X to MAIL_X"):
        settings = load(overrides={"SMTP_X": 587})
    assert settings.MAIL_X == 587


@pytest.mark.parametrize("where", ["file", "overrides"])
def test_former_name_beside_the_new_one_is_a_problem(
    where: str, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: int = setting(25, renamed_from='SMTP_X')")
    if where == "file":
        problem = refused("SMTP_X = 1\nMAIL_X = 2")
    else:
        problem = refused(overrides={"SMTP_X": 1, "MAIL_X": 2})
    assert problem.found == "SMTP_X, its former name, beside it"
    assert problem.key == "MAIL_X"


def test_key_that_is_deprecated_warns_where_it_is_set(declare: Declare, load: Load) -> None:
    declare("MAIL_X: int = setting(25, deprecated='use MAIL_Y')")
    with pytest.warns(ConfigWarning, match=r"MAIL_X \(config\.toml:1\).*use MAIL_Y"):
        load("MAIL_X = 587")


def test_key_that_is_deprecated_does_not_warn_where_it_is_not_set(
    declare: Declare, load: Load
) -> None:
    declare("MAIL_X: int = setting(25, deprecated=True)")
    assert load().MAIL_X == 25
