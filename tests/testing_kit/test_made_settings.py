"""``make_settings``: an instance from text alone, as good as one from a deployment's files."""

from __future__ import annotations

import os
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Section, Settings, hookimpl, setting
from integr8s_conf.testing import make_settings

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

MAIL = """
    from integr8s_conf import Section, hookimpl, setting

    class Mail(Section):
        MAIL_HOST: str = setting("localhost")

    @hookimpl
    def integr8s_sections():
        return [Mail]
"""


def problems(*args: Any, **options: Any) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        make_settings(*args, **options)
    return caught.value


def test_without_a_text_all_values_are_defaults() -> None:
    made = make_settings()
    assert isinstance(made, Settings)
    assert (made.REDIS_DB, made.MONGO_HOST) == (0, "mongo")


def test_every_layer_has_its_place() -> None:
    made = make_settings(
        'REDIS_DB = 1\nMONGO_DB = "base"\nMONGO_HOST = "base"',
        override='MONGO_DB = "override"\nMONGO_HOST = "override"',
        secrets={"MONGO_USER": "file", "MONGO_PASSWORD": "file"},
        env={"MONGO_PASSWORD": "variable", "INTEGR8S_MONGO_HOST": "variable"},
    )
    assert made.REDIS_DB == 1
    assert made.MONGODB_URL.startswith("mongodb://file:variable@variable:27017/override")


def test_origins_are_named_as_in_a_deployment() -> None:
    made = make_settings(
        """
        REDIS_DB = 1
        REDIS_PORT = 2
        """,
        override="REDIS_PORT = 3",
        secrets={"REDIS_PASSWORD": "hunter2"},
    )
    said = "\n".join(str(made.explain(f"REDIS_{name}")) for name in ("DB", "PORT", "PASSWORD"))
    assert "config.toml:2" in said
    assert "config.override.toml:1" in said
    assert "secrets/REDIS_PASSWORD" in said
    assert tempfile.gettempdir() not in said


def test_nothing_else_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("config.toml", "REDIS_DB = 1")
    write(".env", "INTEGR8S_REDIS_DB=2")
    write("run/REDIS_PASSWORD", "hunter2")
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "3")
    monkeypatch.setenv("INTEGR8S_CONF_OVERRIDE", "config.toml")
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", "kafka")
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(Path("run/REDIS_PASSWORD").absolute()))
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(Path("run").absolute()))
    made = make_settings()
    assert (made.REDIS_DB, made.REDIS_PASSWORD) == (0, "redispassword")


def test_variable_that_steers_the_process_steers_the_environment_that_is_given() -> None:
    made = make_settings(env={"INTEGR8S_CONF_PLUGINS": "redis", "INTEGR8S_CONF_DIR": "/nowhere"})
    assert next(iter(made)).startswith("REDIS_")


def test_all_problems_are_reported_with_their_lines() -> None:
    error = problems(
        """
        REDIS_DB = "many"

        REDIS_HOSTT = "cache"
        """,
        env={"INTEGR8S_REDIS_SSL": "perhaps"},
        secrets={"REDIS_PASSWORD": "\udcff".encode("utf-8", "surrogateescape").decode("latin-1")},
    )
    assert [(one.key, one.origin and one.origin.line) for one in error.problems] == [
        ("REDIS_DB", 2),
        ("REDIS_HOSTT", 4),
        ("REDIS_SSL", None),
    ]
    assert tempfile.gettempdir() not in str(error)


@pytest.mark.parametrize("text", ["REDIS_DB = ", "x" * (1 << 20) + "=1", "REDIS_DB = 1\n" * 2])
def test_problem_with_the_file_itself_does_not_show_where_it_was(text: str) -> None:
    said = str(problems(text, override=text, secrets={"SECRET_KEY": "x" * (1 << 20) + "x"}))
    assert "config.toml" in said
    assert tempfile.gettempdir() not in said


def test_warning_is_given_in_the_name_of_the_caller() -> None:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        make_settings('REDIS_PASSWORD = "hunter2"')
    [warning] = found
    assert warning.category is ConfigWarning
    assert Path(warning.filename) == Path(__file__)


def test_indented_text_keeps_its_own_indentation() -> None:
    made = make_settings(
        '''
        PROJECT_NAME = """one
          two"""
        '''
    )
    assert made.PROJECT_NAME == "one\n  two"


def test_named_plugins_are_loaded_alone(stranger: Stranger) -> None:
    stranger(MAIL)
    made = make_settings(plugins=["mail", "redis"])
    assert {key.partition("_")[0] for key in made} == {"MAIL", "REDIS"}


def test_module_needs_no_installation() -> None:
    class Mail(Section):
        MAIL_HOST: str = setting("localhost")

    module = ModuleType("mail")
    module.integr8s_sections = hookimpl(specname="integr8s_sections")(lambda: [Mail])  # type: ignore[attr-defined]
    made = make_settings('MAIL_HOST = "smtp"', plugins=[module])
    assert made.section(Mail).MAIL_HOST == "smtp"
    assert list(made) == ["MAIL_HOST"]


def test_installed_module_is_its_plugin(stranger: Stranger) -> None:
    stranger(MAIL)
    by_name = make_settings(plugins=["mail"])
    module = sys.modules["mail_conf.mail"]
    assert str(make_settings(plugins=[module]).explain("MAIL_HOST")) == str(
        by_name.explain("MAIL_HOST")
    )


def test_plugins_are_told_of_the_load() -> None:
    told: list[Settings] = []
    module = ModuleType("listener")

    @hookimpl
    def integr8s_loaded(settings: Settings) -> None:
        told.append(settings)

    module.integr8s_loaded = integr8s_loaded  # type: ignore[attr-defined]
    made = make_settings(plugins=[module])
    assert told == [made]


def test_name_that_no_plugin_has_is_a_problem() -> None:
    [problem] = problems(plugins=["rediss"]).problems
    assert "did you mean redis?" in problem.hint


@pytest.mark.parametrize(
    ("option", "value", "named"),
    [
        ("toml", {"REDIS_DB": 3}, "toml, a dict"),
        ("override", Path("config.toml"), "override, a "),
        ("env", {"INTEGR8S_REDIS_DB": 3}, "INTEGR8S_REDIS_DB, a int"),
        ("secrets", {"REDIS_PASSWORD": b"hunter2"}, "REDIS_PASSWORD, a bytes"),
    ],
)
def test_what_is_no_text_is_refused(option: str, value: Any, named: str) -> None:
    with pytest.raises(TypeError, match=named) as caught:
        make_settings(**{option: value})
    assert "hunter2" not in str(caught.value)


def test_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = make_settings("REDIS_DB = 3", secrets={"REDIS_PASSWORD": "hunter2"})
    problems("REDIS_DB =")
    assert list(tmp_path.iterdir()) == []
    assert "config.toml:1" in str(made.explain("REDIS_DB"))


def test_many_threads_may_make_settings_at_once() -> None:
    folder, variables = Path.cwd(), dict(os.environ)
    with ThreadPoolExecutor(8) as pool:
        made = pool.map(lambda number: make_settings(f"REDIS_DB = {number}").REDIS_DB, range(50))
        assert list(made) == list(range(50))
    assert (Path.cwd(), dict(os.environ)) == (folder, variables)


def test_no_frame_of_ours_shows_a_secret() -> None:
    error = problems(
        'REDIS_DB = ""', env={"SECRET_KEY": "k" * 30}, secrets={"MONGO_USER": "hunter2"}
    )
    trace = error.__traceback__
    while trace := trace.tb_next if trace else None:
        if trace.tb_frame.f_globals["__name__"].startswith("integr8s_conf"):
            assert "hunter2" not in repr(trace.tb_frame.f_locals)
            assert "kkkkk" not in repr(trace.tb_frame.f_locals)
