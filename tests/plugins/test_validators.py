"""dynaconf's Validators judge typed values, and write nothing."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .refusals import only_problem, problems_of
from .validated_mail import mail


def test_condition_that_does_not_hold_is_a_problem_with_its_message(stranger, write) -> None:
    stranger(mail("""Validator("MAIL_PORT", condition=lambda port: port != 465,
        messages={"condition": "port 465 is retired, use 587"})"""))  # fmt: skip
    write("config.toml", "\nMAIL_PORT = 465\n")
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == ("MAIL_PORT", "Mail", "mail")
    assert (problem.found, problem.wanted) == ("465", "port 465 is retired, use 587")
    assert str(problem.origin) == "config.toml:2"
    assert problem.hint == (
        "the default is MAIL_PORT = 25; a Validator of plugin mail (mail-conf 1.0)"
    )


def test_condition_that_holds_is_no_problem(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", condition=lambda port: port != 465)'))
    assert Settings(overrides={"MAIL_PORT": 587}).MAIL_PORT == 587


def test_condition_without_a_message_is_described_by_dynaconf(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", condition=odd)', "def odd(port):\n    return port % 2"))
    assert only_problem(overrides={"MAIL_PORT": 24}).wanted == "MAIL_PORT invalid for odd(24)"


def test_condition_without_a_name_is_judged_as_any_other(stranger) -> None:
    stranger(
        mail(
            'Validator("MAIL_PORT", condition=partial(operator.ne, 465))',
            "import operator\nfrom functools import partial",
        )
    )
    assert Settings().MAIL_PORT == 25
    assert only_problem(overrides={"MAIL_PORT": 465}).wanted == "MAIL_PORT invalid for partial(465)"


@pytest.mark.parametrize(
    ("operation", "bad", "wanted"),
    [
        ("ne=465", 465, "MAIL_PORT must ne 465 but it is 465"),
        ("gte=100", 25, "MAIL_PORT must gte 100 but it is 25"),
        ("lt=100", 100, "MAIL_PORT must lt 100 but it is 100"),
        ("is_in=(25, 587)", 26, "MAIL_PORT must is_in (25, 587) but it is 26"),
        ("is_type_of=str", 25, "MAIL_PORT must is_type_of <class 'str'> but it is 25"),
    ],
)
def test_operation_that_does_not_hold_is_a_problem(stranger, operation, bad, wanted) -> None:
    stranger(mail(f'Validator("MAIL_PORT", {operation})'))
    assert only_problem(overrides={"MAIL_PORT": bad}).wanted == wanted


def test_operation_that_does_not_fit_the_type_is_a_problem(stranger) -> None:
    stranger(mail('Validator("MAIL_HOST", gt=5)'))
    assert "Invalid Operation 'gt'" in only_problem().wanted


def test_each_of_several_names_is_judged(stranger) -> None:
    stranger(mail('Validator("MAIL_HOST", "MAIL_TLS", ne="")'))
    problems = problems_of(overrides={"MAIL_HOST": "", "MAIL_TLS": ""})
    assert [problem.key for problem in problems] == ["MAIL_HOST", "MAIL_TLS"]


def test_name_in_lower_case_means_the_key(stranger) -> None:
    stranger(mail('Validator("mail_port", ne=465)'))
    assert only_problem(overrides={"MAIL_PORT": 465}).key == "MAIL_PORT"


def test_key_that_is_declared_exists(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", must_exist=True)'))
    assert Settings().MAIL_PORT == 25


def test_key_that_must_not_exist_is_a_problem(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", must_exist=False)'))
    assert only_problem().wanted == "MAIL_PORT cannot exists"


@pytest.mark.parametrize("name", ["MAIL_ROUTES.alerts", "MAIL_ROUTES__alerts"])
def test_name_within_a_table_must_exist(stranger, name: str) -> None:
    stranger(mail(f'Validator("{name}", must_exist=True, ne="nobody")'))
    assert only_problem().wanted == f"{name} is required"
    assert only_problem(overrides={"MAIL_ROUTES": {"alerts": "nobody"}}).key == "MAIL_ROUTES"
    assert Settings(overrides={"MAIL_ROUTES": {"alerts": "me"}}).MAIL_ROUTES == {"alerts": "me"}


def test_validator_runs_only_when_its_condition_holds(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", ne=25, when=Validator("MAIL_TLS", eq="tls"))'))
    assert Settings().MAIL_PORT == 25
    problem = only_problem(overrides={"MAIL_TLS": "tls"})
    assert (problem.key, problem.found) == ("MAIL_PORT", "25")
    assert problem.hint.startswith('MAIL_TLS is "tls" (overrides); ')
    assert [key for key, _ in problem.related] == ["MAIL_TLS"]


def test_either_of_two_validators_is_enough(stranger) -> None:
    stranger(mail('Validator("MAIL_TLS", eq="tls") | Validator("MAIL_PORT", eq=25)'))
    assert Settings().MAIL_PORT == 25
    assert Settings(overrides={"MAIL_TLS": "tls", "MAIL_PORT": 26}).MAIL_PORT == 26
    problem = only_problem(overrides={"MAIL_PORT": 26})
    assert problem.key == "MAIL_TLS"
    assert problem.wanted == (
        "combined validators failed MAIL_TLS must eq tls but it is none "
        "or MAIL_PORT must eq 25 but it is 26"
    )


def test_both_of_two_validators_must_hold(stranger) -> None:
    stranger(mail('Validator("MAIL_TLS", eq="none") & Validator("MAIL_PORT", eq=25)'))
    assert Settings().MAIL_PORT == 25
    assert "MAIL_PORT must eq 25" in only_problem(overrides={"MAIL_PORT": 26}).wanted


def test_items_of_a_list_are_judged(stranger) -> None:
    stranger(mail('Validator("MAIL_HOPS", items_validators=[Validator(gt=1024)])'))
    assert Settings(overrides={"MAIL_HOPS": [2525]}).MAIL_HOPS == [2525]
    assert "but it is 25" in only_problem(overrides={"MAIL_HOPS": [2525, 25]}).wanted


def test_items_of_a_table_are_judged(stranger) -> None:
    stranger(mail('Validator("MAIL_ROUTES", items_validators=[Validator("alerts", ne="me")])'))
    assert Settings(overrides={"MAIL_ROUTES": {"alerts": "you"}}).MAIL_ROUTES["alerts"] == "you"
    assert only_problem(overrides={"MAIL_ROUTES": {"alerts": "me"}}).key == "MAIL_ROUTES"


# Where it does not run.


def test_validator_of_a_key_that_nobody_declares_is_skipped(stranger) -> None:
    stranger(
        mail(
            'Validator("WEATHER_CITY", must_exist=True), '
            'Validator("MAIL_PORT", eq=1) | Validator("WEATHER_CITY", eq="Oslo")'
        )
    )
    settings = Settings()
    assert settings.explain("MAIL_PORT").skipped_rules == (
        "a Validator of MAIL_PORT of plugin mail (mail-conf 1.0): "
        "no loaded plugin declares WEATHER_CITY",
    )


def test_validator_of_an_unsound_key_is_skipped(stranger) -> None:
    stranger(mail('Validator("MAIL_PORT", "MAIL_HOST", ne="localhost")'))
    problems = problems_of(overrides={"MAIL_PORT": "much"})
    assert [(one.key, one.wanted) for one in problems] == [
        ("MAIL_HOST", "MAIL_HOST must ne localhost but it is localhost"),
        ("MAIL_PORT", "an integer at least 1 and at most 65535"),
    ]
