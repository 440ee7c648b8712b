"""A plugin that changes the framework is refused, and what it changed is put back."""

from __future__ import annotations

import sys

import pytest

import integr8s_conf
from integr8s_conf import Section, Settings, setting
from integr8s_conf.declare import hookspecs

from .refusals import only_problem

CHANGES = {
    "integr8s_conf.setting": "integr8s_conf.setting = None",
    "integr8s_conf.declare.section.Section.__new__": "Section.__new__ = lambda cls: None",
    "integr8s_conf.declare.section.Section.more": "Section.more = 1",
    "integr8s_conf.secret.Secret.__repr__": "integr8s_conf.Secret.__repr__ = str.__str__",
    "integr8s_conf.declare.rules.Rule.__repr__": "del integr8s_conf.Rule.__repr__",
    "integr8s_conf.declare.hookspecs.hookimpl": "hookspecs.hookimpl = None",
    "integr8s_conf.declare.hookspecs.integr8s_more": "hookspecs.integr8s_more = None",
    "integr8s_conf.declare.section.setting": "setting.__code__ = (lambda *a, **b: None).__code__",
    "sys.modules['integr8s_conf.origin']": "del sys.modules['integr8s_conf.origin']",
}
SOURCE = """
import sys
import integr8s_conf
from integr8s_conf import Section, hookimpl, setting
from integr8s_conf.declare import hookspecs

@hookimpl
def integr8s_sections():
    {}
    return []
"""


@pytest.mark.parametrize("name", CHANGES)
def test_plugin_is_refused_with_the_name_of_what_it_changed(stranger, name: str) -> None:
    stranger(SOURCE.format(CHANGES[name]))
    before = state()
    assert only_problem().found == f"a change of {name}, in plugin mail (mail-conf 1.0)"
    assert state() == before


def state() -> list[object]:
    """Return what the plugins of this module reach for, as it is now."""
    owners = (Section, integr8s_conf.Secret, integr8s_conf.Rule, hookspecs, integr8s_conf)
    return [
        sys.modules["integr8s_conf.origin"],
        setting.__code__,
        *(dict(vars(owner)) for owner in owners),
    ]


def test_what_a_plugin_may_do_to_its_own_classes_is_no_change(stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting
        import inspect, typing

        class Mail(Section):
            MAIL_HOST: str = setting("localhost", "Host")

        Mail.more = 1
        inspect.get_annotations(Section)
        typing.get_type_hints(Mail)

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    assert Settings().MAIL_HOST == "localhost"
