"""A Validator that would write is refused; one that fails is a problem of its plugin."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .refusals import only_problem
from .validated_mail import mail


@pytest.mark.parametrize(
    ("validator", "key", "hint"),
    [
        ('Validator("MAIL_PORT", default=587)', "MAIL_PORT", "drop default="),
        ('Validator("MAIL_PORT", default=None)', "MAIL_PORT", "drop default="),
        ('Validator("MAIL_PORT", cast=str)', "MAIL_PORT", "drop cast="),
        ('Validator("MAIL_PORT", env="production")', "MAIL_PORT", "drop env="),
        ('Validator("MAIL_PORT", bogus=1)', "MAIL_PORT", "bogus= is no condition of dynaconf's"),
        ('Validator("MAIL_PORT", condition=later)', "MAIL_PORT", "without async"),
        ('Validator("A") | Validator("MAIL_PORT", default=1)', "MAIL_PORT", "drop default="),
        ('Validator("A", when=Validator("MAIL_PORT", cast=int))', "MAIL_PORT", "drop cast="),
        (
            'Validator("MAIL_HOPS", items_validators=[Validator(cast=str)])',
            "MAIL_HOPS",
            "drop cast=",
        ),
        ("Validator(must_exist=True)", None, "name the keys that the Validator checks"),
        ("Validator(5)", None, "name the keys that the Validator checks"),
    ],
)
def test_validator_that_does_more_than_check_is_refused(stranger, validator, key, hint) -> None:
    stranger(mail(validator, "async def later(port):\n    return True"))
    problem = only_problem()
    assert (problem.key, problem.plugin) == (key, "mail")
    assert problem.found == "a Validator of plugin mail (mail-conf 1.0)"
    assert hint in problem.hint


def test_value_that_a_condition_changes_in_place_is_a_copy(stranger) -> None:
    stranger(
        mail(
            'Validator("MAIL_HOPS", condition=change), Validator("MAIL_HOPS", len_eq=1)',
            "def change(hops):\n    hops.append(465)\n    return True",
        )
    )
    assert Settings(overrides={"MAIL_HOPS": [25]}).MAIL_HOPS == [25]


def test_validators_of_the_plugin_are_the_same_after_they_ran(stranger) -> None:
    stranger(
        mail(
            "ONE, EITHER, ITEMS",
            """
                ONE = Validator("MAIL_PORT", ne=1, when=Validator("MAIL_TLS", eq="none"))
                EITHER = ONE | Validator("MAIL_HOST", ne="a", when=Validator("MAIL_TLS", eq="none"))
                ITEMS = Validator("MAIL_ROUTES", items_validators=[Validator("a", ne="x")])

                def state():
                    last = EITHER.validators[1]
                    parts = (ONE, ONE.when, last, last.when, ITEMS, ITEMS.items_validators[0])
                    return [
                        (one.names, one.envs, one.condition, dict(one.messages)) for one in parts
                    ]

                BEFORE = state()
            """,
        )
    )
    Settings(overrides={"MAIL_ROUTES": {"a": "b"}})
    from mail_conf import mail as module

    assert module.state() == module.BEFORE


def test_condition_that_raises_is_a_problem_of_its_plugin(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", condition=lambda port: 1 / (port - 25))'))
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("MAIL_PORT", "mail")
    assert problem.found == "its Validator raised ZeroDivisionError: division by zero"
    assert "plugin mail (mail-conf 1.0)" in problem.hint


def test_condition_that_exits_is_contained(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", condition=lambda port: exit(3))'))
    assert only_problem().found == "its Validator raised SystemExit: 3"


def test_message_that_cannot_be_written_is_a_problem_of_its_plugin(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", ne=25, messages={"operations": "{what} is bad"})'))
    assert only_problem().found == "its Validator raised KeyError: 'what'"


def test_condition_gets_a_secret_in_clear_and_its_message_is_masked(stranger) -> None:
    stranger(
        mail(
            'Validator("MAIL_PASSWORD", condition=long, messages={"condition": "{value:.4}?"})',
            "def long(text):\n    return len(text) > 12 or text == 'let-me-in'",
        )
    )
    assert Settings(overrides={"MAIL_PASSWORD": "let-me-in"})
    problem = only_problem(overrides={"MAIL_PASSWORD": "hunter2"})
    assert (problem.found, problem.wanted) == ("********", "********?")
    assert "hunter2" not in str(problem)


def test_condition_that_makes_a_str_of_a_secret_gets_its_text(stranger) -> None:
    stranger(mail('Validator("MAIL_PASSWORD", condition=lambda text: len(str(text)) == 9)'))
    assert Settings(overrides={"MAIL_PASSWORD": "let-me-in"})


def test_text_of_an_error_is_searched_for_secrets(stranger) -> None:
    stranger(mail('Validator("MAIL_PASSWORD", condition=lambda text: int(text))'))
    problem = only_problem(overrides={"MAIL_PASSWORD": "hunter2"})
    assert "invalid literal for int()" in problem.found
    assert "hunter2" not in str(problem)
