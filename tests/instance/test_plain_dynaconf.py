"""Plain dynaconf in the same process: it works as it would without us, and costs us no jinja2."""

from __future__ import annotations

import pytest

PLAIN = """
    import sys
    from integr8s_conf import settings

    settings.REDIS_DB
    before = "jinja2" in sys.modules
    from dynaconf import Dynaconf

    plain = Dynaconf()
    print(before, plain.{key})
"""


@pytest.fixture(autouse=True)
def _deployment(write) -> None:
    write("config.toml", "")


def test_jinja2_is_imported_when_a_value_of_plain_dynaconf_asks_for_it(python) -> None:
    said = python(PLAIN.format(key="A"), DYNACONF_A="@jinja {{ '/x/y' | basename }}{{ 1 + 2 }}")
    assert said == "False y3\n"


def test_templates_of_plain_dynaconf_stay_in_its_sandbox(python) -> None:
    template = "@jinja {{ ''.__class__.__mro__ }}"
    said = python(PLAIN.format(key="A"), "-W", "ignore", DYNACONF_A=template)
    assert "class" not in said


def test_dynaconf_that_was_imported_before_is_left_alone(python) -> None:
    said = python("""
        import dynaconf
        from dynaconf.utils import parse_conf
        mine = parse_conf.jinja_env
        from integr8s_conf import settings
        settings.REDIS_DB
        print(parse_conf.jinja_env is mine)
    """)
    assert said == "True\n"
