"""A rule that raises, or is none, is a problem of its plugin."""

from __future__ import annotations

import pytest

from .refusals import only_problem
from .sources import plugin

KEYS = """
    MAIL_RETRIES: int = setting(3, "Retries", ge=0)
    MAIL_PASSWORD: str = setting("dev-mail", "Password", secret=True)
    MAIL_HOPS: list[int] = setting(list, "Ports on the way")
"""


def mail(rules: str, before: str = "") -> str:
    return plugin(KEYS, validators=f"[{rules}]", before=before)


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_rule_that_raises_is_a_problem_of_its_plugin(stranger, severity: str) -> None:
    stranger(
        mail(f"""
            rule("MAIL_RETRIES", "MAIL_HOPS", check=lambda n, hops: n / 0, wanted="even",
                 severity="{severity}")
        """)
    )
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("MAIL_RETRIES", "mail")
    assert problem.found == "its rule raised ZeroDivisionError: division by zero"
    assert "plugin mail (mail-conf 1.0)" in problem.hint


def test_rule_that_exits_is_contained(stranger) -> None:
    stranger(mail('rule("MAIL_RETRIES", check=exit, wanted="even")'))
    assert only_problem().found == "its rule raised SystemExit: 3"


def test_rule_that_returns_what_is_neither_true_nor_false_is_contained(stranger) -> None:
    stranger(
        mail(
            'rule("MAIL_RETRIES", check=lambda n: Array(), wanted="even")',
            """
                class Array:
                    def __bool__(self):
                        raise ValueError("ambiguous")
            """,
        )
    )
    assert only_problem().found == "its rule raised ValueError: ambiguous"


def test_rule_with_another_number_of_arguments_is_a_problem(stranger) -> None:
    stranger(mail('rule("MAIL_RETRIES", check=lambda: True, wanted="even")'))
    assert "its rule raised TypeError" in only_problem().found


def test_rule_that_changes_a_list_is_refused(stranger) -> None:
    stranger(mail('rule("MAIL_HOPS", check=lambda hops: hops.append(1), wanted="short")'))
    assert "cannot be changed in place" in only_problem().found


def test_error_of_a_rule_is_searched_for_secrets(stranger) -> None:
    stranger(mail('rule("MAIL_PASSWORD", check=lambda text: int(text), wanted="digits")'))
    problem = only_problem(overrides={"MAIL_PASSWORD": "hunter2"})
    assert "invalid literal" in problem.found
    assert "hunter2" not in str(problem)


@pytest.mark.parametrize(
    ("rule", "found", "hint"),
    [
        ('rule("MAIL_RETRIES", check=5, wanted="x")', "check=5", "a function"),
        ('rule("MAIL_RETRIES", check=later, wanted="x")', "an async check", "without async"),
        (
            'rule("MAIL_RETRIES", check=bool, wanted="x", severity="fatal")',
            "severity='fatal'",
            'severity="error" or severity="warning"',
        ),
        ('rule("MAIL_RETRIES", 5, check=bool, wanted="x")', "5 as a key", "name the keys"),
    ],
)
def test_rule_that_is_no_rule_is_refused(stranger, rule, found, hint) -> None:
    stranger(mail(rule, "async def later(n):\n    return True"))
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("MAIL_RETRIES", "mail")
    assert problem.found == f"{found}, a rule of plugin mail (mail-conf 1.0)"
    assert hint in problem.hint
