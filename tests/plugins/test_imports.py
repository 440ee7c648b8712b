"""A plugin that cannot be imported is a problem that names it; the others load."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .metadata import rewrite_entry_points
from .refusals import only_problem, problems_of

WEATHER = """
    from integr8s_conf import Section, hookimpl, setting

    class Weather(Section):
        WEATHER_CITY: str = setting("Oslo", "City", min_length=1)

    @hookimpl
    def integr8s_sections():
        return [Weather]
"""


def test_failed_import_names_plugin_distribution_version_module_and_cause(stranger) -> None:
    stranger("import a_module_that_is_nowhere", name="mail", distribution="acme-mail")
    problem = only_problem()
    assert problem.plugin == "mail"
    assert problem.found == (
        "the import of acme_mail.mail raised ModuleNotFoundError: "
        "No module named 'a_module_that_is_nowhere', in plugin mail (acme-mail 1.0)"
    )
    assert problem.hint == "mend or uninstall acme-mail 1.0"


def test_entry_point_without_its_module_is_a_failed_import(stranger) -> None:
    stranger("", name="mail")
    rewrite_entry_points("[integr8s_conf]\nmail = mail_conf.nowhere\n")
    assert "No module named 'mail_conf.nowhere'" in only_problem().found


@pytest.mark.parametrize("value", ["mail_conf.mail:plugin", "mail_conf.mail [extra]"])
def test_entry_point_names_a_module_and_nothing_in_it(stranger, value: str) -> None:
    stranger("plugin = 1")
    rewrite_entry_points(f"[integr8s_conf]\nmail = {value}\n")
    problem = only_problem()
    assert value in problem.found
    assert problem.hint == "drop what follows the module's name"


def test_failed_import_leaves_the_other_plugins_loaded(stranger) -> None:
    stranger("1 / 0", name="mail", distribution="acme-mail")
    stranger(WEATHER, name="weather", distribution="acme-weather")
    assert [problem.key for problem in problems_of(overrides={"WEATHER_CITY": ""})] == [
        None,
        "WEATHER_CITY",
    ]


def test_every_failed_import_is_reported(stranger) -> None:
    stranger("1 / 0", name="mail", distribution="acme-mail")
    stranger("import nowhere_at_all", name="fax", distribution="acme-fax")
    assert [problem.plugin for problem in problems_of()] == ["fax", "mail"]


def test_import_with_a_syntax_error_is_contained(stranger) -> None:
    stranger("def :")
    assert "SyntaxError" in only_problem().found


def test_import_that_exits_is_contained(stranger) -> None:
    stranger("import sys; sys.exit(3)")
    assert "the import of mail_conf.mail raised SystemExit: 3" in only_problem().found


def test_interrupt_during_an_import_passes(stranger) -> None:
    stranger("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        Settings()


def test_interrupted_load_is_tried_anew(stranger) -> None:
    stranger("""
        import pathlib
        from integr8s_conf import hookimpl

        if not pathlib.Path("second").exists():
            pathlib.Path("second").touch()
            raise KeyboardInterrupt

        @hookimpl
        def integr8s_sections():
            return []
    """)
    with pytest.raises(KeyboardInterrupt):
        Settings()
    assert Settings().REDIS_PORT == 6379


def test_import_that_warns_as_an_error_is_contained(stranger) -> None:
    stranger("import warnings; warnings.warn('old', DeprecationWarning)")
    assert "DeprecationWarning: old" in only_problem().found


def test_error_whose_text_cannot_be_read_is_contained(stranger) -> None:
    stranger("""
        class Mute(Exception):
            def __str__(self):
                raise ValueError("no text")

        raise Mute
    """)
    assert "raised Mute: its text cannot be read" in only_problem().found


def test_error_text_of_an_import_reaches_no_terminal_raw(stranger) -> None:
    stranger(r"raise ValueError('red \x1b[31m')")
    assert r"red \x1b[31m" in only_problem().found


def test_module_that_puts_another_object_in_its_place_is_refused(stranger) -> None:
    stranger("import sys; sys.modules[__name__] = object()")
    assert "which puts something else in its place" in only_problem().found


def test_plugin_that_reads_settings_while_it_is_imported_is_refused(stranger) -> None:
    stranger("""
        from integr8s_conf import Settings
        PORT = Settings().REDIS_PORT
    """)
    assert "raised RuntimeError: settings are read while" in only_problem().found


def test_plugin_that_hides_such_an_error_does_no_harm(stranger) -> None:
    stranger("""
        from integr8s_conf import Settings, hookimpl

        try:
            Settings()
        except Exception:
            pass

        @hookimpl
        def integr8s_sections():
            return []
    """)
    assert Settings().REDIS_PORT == 6379
    assert Settings().REDIS_PORT == 6379


def test_attributes_of_a_module_are_not_touched_in_search_of_hooks(stranger, tmp_path) -> None:
    stranger("""
        import pathlib
        from integr8s_conf import hookimpl

        class Touchy:
            def __getattribute__(self, name):
                pathlib.Path("touched").write_text(name)
                return object.__getattribute__(self, name)

        integr8s_settings = lazy = Touchy()

        def __getattr__(name):
            pathlib.Path("touched").write_text(name)
            raise AttributeError(name)

        @hookimpl
        def integr8s_sections():
            return []
    """)
    Settings()
    assert not (tmp_path / "touched").exists()


def test_that_a_touch_would_be_seen(stranger, tmp_path) -> None:
    stranger("""
        import pathlib

        class Touchy:
            def __getattribute__(self, name):
                pathlib.Path("touched").write_text(name)
                return object.__getattribute__(self, name)

        isinstance(Touchy(), str)
    """)
    problems_of()
    assert (tmp_path / "touched").read_text() == "__class__"
