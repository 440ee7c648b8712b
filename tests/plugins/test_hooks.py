"""A plugin whose hooks are not as they are specified is refused, with the right form."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .refusals import only_problem, problems_of

FORM = "def integr8s_sections() -> Sequence[type[Section]]"


def test_hook_with_an_argument_is_refused_with_the_right_form(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_sections(config):
            return []
    """)
    problem = only_problem()
    assert problem.plugin == "mail"
    assert "def integr8s_sections(config), in plugin mail (mail-conf 1.0)" in problem.found
    assert problem.hint == f"write {FORM}"


def test_every_bad_hook_of_a_plugin_is_reported(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_sections(config):
            return []

        @hookimpl
        def integr8s_defaults(config):
            return {}

        @hookimpl
        def integr8s_rules():
            return []
    """)
    found = [problem.found.split(",")[0] for problem in problems_of()]
    assert found == [
        "def integr8s_sections(config)",
        "def integr8s_defaults(config)",
        "an unknown hook integr8s_rules",
    ]


def test_misspelt_hook_is_refused_with_a_suggestion(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_secions():
            return []
    """)
    problem = only_problem()
    assert "an unknown hook integr8s_secions" in problem.found
    assert problem.hint == f"did you mean integr8s_sections? write {FORM}"


def test_hook_that_is_like_no_other_is_refused_with_the_list_of_hooks(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def start_up():
            return []
    """)
    assert only_problem().hint == (
        "the hooks are integr8s_sections, integr8s_defaults, integr8s_validators,"
        " integr8s_computed, integr8s_sources, integr8s_loaded, integr8s_documentation"
    )


def test_unknown_hook_that_is_optional_by_its_mark_is_left_alone(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_sections():
            return []

        @hookimpl(optionalhook=True)
        def integr8s_of_the_future(argument):
            1 / 0
    """)
    assert Settings().REDIS_PORT == 6379


def test_function_with_the_name_of_a_hook_wants_its_mark(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_sections():
            return []

        def integr8s_defaults():
            return {}
    """)
    problem = only_problem()
    assert "integr8s_defaults without @hookimpl" in problem.found
    assert problem.hint == "put @hookimpl above def integr8s_defaults"


def test_object_with_the_name_of_a_hook_is_refused(stranger) -> None:
    stranger("""
        from functools import cache
        from integr8s_conf import hookimpl

        @cache
        @hookimpl
        def integr8s_sections():
            return []
    """)
    assert "integr8s_sections, which is no plain function" in only_problem().found


def test_module_without_a_hook_is_refused(stranger) -> None:
    stranger("")
    problem = only_problem()
    assert problem.found == "no hook, in plugin mail (mail-conf 1.0)"
    assert FORM in problem.hint


def test_wrapper_is_refused(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl(wrapper=True)
        def integr8s_sections():
            return (yield)
    """)
    assert only_problem().hint == "drop wrapper=True of @hookimpl"


def test_async_hook_is_refused(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        async def integr8s_sections():
            return []
    """)
    assert "async def integr8s_sections" in only_problem().found


def test_two_functions_for_one_hook_are_refused(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_defaults():
            return {"LOG_LEVEL": "DEBUG"}

        @hookimpl(specname="integr8s_defaults")
        def more_defaults():
            return {"REDIS_DB": 1}
    """)
    assert "2 functions for integr8s_defaults" in only_problem().found


def test_hook_under_another_name_is_called(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl(specname="integr8s_defaults")
        def defaults():
            return {"LOG_LEVEL": "DEBUG"}
    """)
    assert Settings().LOG_LEVEL == "DEBUG"


@pytest.mark.parametrize("option", ["tryfirst", "trylast"])
def test_hook_that_relies_on_the_order_of_plugins_is_refused(stranger, option: str) -> None:
    stranger(f"""
        from integr8s_conf import hookimpl

        @hookimpl({option}=True)
        def integr8s_defaults():
            return {{}}
    """)
    problem = only_problem()
    assert f"integr8s_defaults with {option}=True" in problem.found
    assert problem.hint == f"drop {option}=True of @hookimpl"


def test_refused_plugin_is_not_called_at_all(stranger, tmp_path) -> None:
    stranger("""
        import pathlib
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_sections():
            pathlib.Path("called").touch()
            return []

        @hookimpl
        def integr8s_secions():
            return []
    """)
    only_problem()
    assert not (tmp_path / "called").exists()
