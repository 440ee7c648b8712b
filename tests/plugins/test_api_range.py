"""A plugin may declare the range of our API that it was built for."""

from __future__ import annotations

import pytest

import integr8s_conf
from integr8s_conf import Settings

from .metadata import rewrite_entry_points
from .refusals import only_problem

MAIL = """
    from integr8s_conf import Section, hookimpl, setting

    class Mail(Section):
        MAIL_HOST: str = setting("localhost", "Host")

    @hookimpl
    def integr8s_sections():
        return [Mail]
"""


def declare(*ranges: str, distribution: str = "mail-conf") -> None:
    lines = "".join(f"mail = {one}\n" for one in ranges)
    rewrite_entry_points(
        f"[integr8s_conf]\nmail = mail_conf.mail\n[integr8s_conf.api]\n{lines}", distribution
    )


def test_version_is_public() -> None:
    assert integr8s_conf.__api__ == "1.0"


@pytest.mark.parametrize("declared", ["v1", "v1_0", "v0_9:v2", "v0:v1_1", "v1:v9"])
def test_plugin_whose_range_holds_our_api_is_loaded(stranger, declared: str) -> None:
    stranger(MAIL)
    declare(declared)
    assert Settings().MAIL_HOST == "localhost"


@pytest.mark.parametrize(
    ("declared", "shown"),
    [
        ("v2", "2.0 or later, below 3"),
        ("v1_1", "1.1 or later, below 2"),
        ("v0_1:v1", "0.1 or later, below 1"),
        ("v1_2:v1_5", "1.2 or later, below 1.5"),
    ],
)
def test_plugin_for_another_api_is_refused_before_import(stranger, declared, shown) -> None:
    stranger("raise SystemExit('imported')")
    declare(declared)
    problem = only_problem()
    assert problem.plugin == "mail"
    assert problem.found == (
        f"the API range {shown} (integr8s_conf.api: {declared}), in plugin mail (mail-conf 1.0)"
    )
    assert "holds 1.0" in problem.wanted


@pytest.mark.parametrize("declared", ["1.0", "v1.0", "v", "v1:", "v2:v1", "v1:v1", "v1_x"])
def test_range_that_is_malformed_is_refused_before_import(stranger, declared: str) -> None:
    stranger("raise SystemExit('imported')")
    declare(declared)
    problem = only_problem()
    assert problem.found.startswith(f"{declared} in its entry points integr8s_conf.api, in plugin")
    assert "v1_2:v3" in problem.hint


def test_two_ranges_for_one_plugin_are_refused(stranger) -> None:
    stranger("raise SystemExit('imported')")
    declare("v1", "v2")
    assert only_problem().found.startswith("v1 and v2 in its entry points")


def test_range_of_another_distribution_says_nothing(stranger) -> None:
    stranger(MAIL)
    stranger("", "fax", "fax-conf")
    rewrite_entry_points("[integr8s_conf.api]\nmail = v99\n", "fax-conf")
    assert Settings().MAIL_HOST == "localhost"
