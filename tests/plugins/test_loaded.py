"""The hook after a good load: when it is called, with what, and what its failure does."""

from __future__ import annotations

import pytest

from integr8s_conf import ConfigError, Settings

from .refusals import only_problem, problems_of

NOTES = """
    from integr8s_conf import hookimpl

    heard = []

    @hookimpl
    def integr8s_loaded(settings):
        heard.append(settings.REDIS_DB)
"""


def heard(distribution: str = "mail_conf") -> list[int]:
    module = __import__(f"{distribution}.mail", fromlist=["heard"])
    return list(module.heard)


def test_hook_gets_the_settings_of_each_load(stranger) -> None:
    stranger(NOTES)
    Settings()
    Settings(overrides={"REDIS_DB": 3})
    assert heard() == [0, 3]


def test_hook_is_not_called_for_a_replacement(stranger) -> None:
    stranger(NOTES)
    Settings().replace(REDIS_DB=3)
    assert heard() == [0]


def test_hook_is_not_called_after_a_load_that_is_refused(stranger) -> None:
    stranger(NOTES)
    with pytest.raises(ConfigError):
        Settings(overrides={"REDIS_DB": -1})
    assert heard() == []


def test_hook_may_do_without_the_argument(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        heard = []

        @hookimpl
        def integr8s_loaded():
            heard.append(0)
    """)
    Settings()
    assert heard() == [0]


def test_hook_that_raises_refuses_the_load_and_names_its_plugin(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_loaded(settings):
            raise RuntimeError("no log folder")
    """)
    problem = only_problem()
    assert problem.plugin == "mail"
    assert "integr8s_loaded raised RuntimeError: no log folder" in problem.found


def test_hook_that_raises_keeps_no_other_hook_from_its_call(stranger) -> None:
    failing = """
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_loaded(settings):
            raise SystemExit(3)
    """
    stranger(failing, "a", "a-conf")
    stranger(NOTES)
    stranger(failing, "z", "z-conf")
    assert [problem.plugin for problem in problems_of()] == ["a", "z"]
    assert heard() == [0]


def test_hook_that_returns_something_is_refused_with_the_right_form(stranger) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_loaded(settings):
            return settings
    """)
    problem = only_problem()
    assert "integr8s_loaded returned" in problem.found
    assert problem.hint == "write: return None"


def test_secret_in_what_a_hook_raises_is_masked(stranger, monkeypatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", "swordfish")
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_loaded(settings):
            raise RuntimeError("cannot use " + settings.REDIS_PASSWORD)
    """)
    assert "swordfish" not in str(only_problem())


def test_hook_that_loads_settings_is_refused_for_it(stranger) -> None:
    stranger("""
        from integr8s_conf import Settings, hookimpl

        @hookimpl
        def integr8s_loaded(settings):
            Settings()
    """)
    assert "settings are read while they load" in only_problem().found


PROCESS = """
    from integr8s_conf import ConfigError, settings
    try:
        print(settings.REDIS_DB)
    except ConfigError as error:
        print(error.problems[0].plugin)
    print(settings)
"""


def test_code_that_a_hook_calls_may_read_the_settings_of_the_process(stranger, python) -> None:
    stranger("""
        from integr8s_conf import hookimpl, settings

        @hookimpl
        def integr8s_loaded():
            print("hook", settings.REDIS_DB)
    """)
    assert python(PROCESS).splitlines()[:2] == ["hook 0", "0"]


def test_settings_of_the_process_stay_unloaded_where_a_hook_fails(stranger, python) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_loaded():
            raise RuntimeError
    """)
    assert python(PROCESS).splitlines() == ["mail", "<settings, not loaded yet>"]


def test_commands_that_only_look_call_no_hook(stranger, python) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_loaded():
            raise RuntimeError
    """)
    assert "REDIS_DB" in python("""
        import sys
        sys.argv = ["integr8s-conf", "show"]
        from integr8s_conf.cli import main
        main()
    """)
