"""[tool.integr8s-conf] lists the distributions that are allowed, and the plugins that must load."""

from __future__ import annotations

import os
import warnings

import pytest

from integr8s_conf import ConfigWarning, Settings

from .metadata import metadata_file
from .refusals import only_problem, problems_of
from .traced_mail import MAIL

PRODUCTION = {"overrides": {"ENVIRONMENT": "production"}}
SECRETS = ("MONGO_PASSWORD", "MONGO_USER", "MONGODB_URL", "REDIS_PASSWORD", "SECRET_KEY")


@pytest.fixture(autouse=True)
def _secrets(monkeypatch) -> None:
    """Production has secrets of its own."""
    for name in SECRETS:
        monkeypatch.setenv(name, "mongodb://a-secret-of-production-with-32-signs")


@pytest.fixture
def listed(write, stranger):
    """Install the plugin mail of mail-conf 1.0; return a function that writes the table."""
    stranger(MAIL)

    def listed(text: str) -> None:
        write("pyproject.toml", f"[project]\nname = 'x'\n[tool.integr8s-conf]\n{text}\n")

    return listed


def is_imported() -> bool:
    return os.path.exists("imported")  # noqa: PTH110


@pytest.mark.parametrize(
    "entry", ["mail-conf", "Mail_Conf", "mail.conf>=1,<2", "mail-conf==1.0", "mail-conf ~= 1.0"]
)
def test_listed_distribution_is_loaded_without_a_word(listed, entry: str) -> None:
    listed(f'plugins = ["{entry}"]')
    with warnings.catch_warnings():
        warnings.simplefilter("error", ConfigWarning)
        assert Settings(**PRODUCTION).MAIL_HOST == "localhost"


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ("", "its distribution is not on the list"),
        ('"mail-conf>=2"', "not in the range mail-conf>=2"),
    ],
)
def test_unlisted_plugin_is_no_part_of_production(listed, entries: str, why: str) -> None:
    listed(f"plugins = [{entries}]")
    problem = only_problem(**PRODUCTION)
    assert str(problem) == (
        "  plugin mail   pyproject.toml:4\n"
        f"    found   plugin mail (mail-conf 1.0): {why}\n"
        "    wanted  in production, plugins of the distributions that the list allows\n"
        '    hint    write "mail-conf==1.0" in plugins of [tool.integr8s-conf], '
        "or uninstall mail-conf"
    )
    assert not is_imported()


def test_unlisted_plugin_is_loaded_with_a_warning_elsewhere(listed) -> None:
    listed('plugins = ["other-conf"]')
    with pytest.warns(ConfigWarning, match="mail-conf 1.0.*not on the list") as told:
        assert Settings().MAIL_HOST == "localhost"
    assert len(told) == 1


def test_own_plugins_need_not_be_listed(write) -> None:
    write("pyproject.toml", "[tool.integr8s-conf]\nplugins = []\n")
    assert Settings(**PRODUCTION).REDIS_DB == 0


def test_without_a_list_all_are_loaded(listed) -> None:
    listed('base = "config.toml"')
    assert Settings(**PRODUCTION).MAIL_HOST == "localhost"


# Production is what the layers say that need no plugin, the highest first.


@pytest.mark.parametrize(
    ("overrides", "variable", "override", "base", "production"),
    [
        ({}, None, "", "", False),
        ({}, None, "", "prod", True),
        ({}, None, "development", "production", False),
        ({}, None, " Production ", "development", True),
        ({}, "development", "production", "production", False),
        ({}, "production", "development", "", True),
        ({"ENVIRONMENT": "test"}, "production", "", "", False),
        ({"ENVIRONMENT": "production"}, "test", "", "", True),
    ],
)
def test_production_is_known_before_plugins_are_imported(
    listed, write, monkeypatch, overrides, variable, override, base, production
) -> None:
    listed("plugins = []")
    for name, environment in (("config.toml", base), ("config.worker.toml", override)):
        write(name, f'ENVIRONMENT = "{environment}"' if environment else "")
    if variable:
        monkeypatch.setenv("INTEGR8S_ENVIRONMENT", variable)
    request = {"override_path": "config.worker.toml", "overrides": overrides}
    if production:
        assert only_problem(**request).plugin == "mail"
    else:
        with pytest.warns(ConfigWarning, match="mail-conf"):
            Settings(**request)
    assert is_imported() is not production


# Required plugins.


def test_required_plugin_that_is_loaded_is_no_problem(listed) -> None:
    listed('required = ["mail", "redis"]')
    assert Settings().MAIL_HOST == "localhost"


def test_required_plugin_that_is_not_installed_is_a_problem_with_a_suggestion(listed) -> None:
    listed('required = ["mial"]')
    problem = only_problem()
    assert str(problem.origin) == "pyproject.toml:4"
    assert problem.found == "a required plugin that is not installed"
    assert problem.hint == "did you mean mail?"


def test_required_plugin_that_is_blocked_is_a_problem_that_says_why(listed, monkeypatch) -> None:
    listed('required = ["mail"]')
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", "redis")
    problem = only_problem()
    assert problem.plugin == "mail"
    assert "INTEGR8S_CONF_PLUGINS does not name it" in problem.found


def test_required_plugin_that_fails_is_one_problem(listed, stranger) -> None:
    listed('required = ["fax", "mail"]\nplugins = []')
    stranger("1 / 0", "fax", "fax-conf")
    with pytest.warns(ConfigWarning, match="not on the list"):
        assert only_problem().found.startswith("the import of fax_conf.fax raised")
    problems = problems_of(**PRODUCTION)
    assert [problem.plugin for problem in problems] == ["fax", "mail"]


# What cannot be understood allows nothing.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('plugins = "mail-conf"', 'plugins = "mail-conf" (a string)'),
        ("plugins = [1]", "plugins = [1] (a list)"),
        ("required = 3", "required = 3 (an integer)"),
        ('plugins = ["mail-conf>="]', 'plugins with "mail-conf>=" (a string)'),
        ('plugins = ["mail-conf @ https://x.example/y"]', "plugins with"),
        ("plugins = [\"mail-conf; python_version > '3'\"]", "plugins with"),
        ('plugins = ["mail-conf[more]"]', "plugins with"),
        ('plugins = ["mail-conf --hash=md5:00"]', "plugins with"),
        ('plugins = ["mail-conf>=1", "Mail_Conf<2"]', "plugins with"),
    ],
)
def test_list_that_is_malformed_is_a_problem_of_every_load(listed, text: str, found: str) -> None:
    listed(text)
    problem = only_problem()
    assert problem.found.startswith(found)
    assert str(problem.origin) == "pyproject.toml:4"
    assert problem.hint
    assert is_imported()


@pytest.mark.parametrize("text", ["plugins = 3", 'plugins = ["mail-conf>="]', "plugins = ["])
def test_malformed_list_allows_production_nothing(listed, text: str) -> None:
    listed(text)
    assert str(only_problem(**PRODUCTION).origin).startswith("pyproject.toml:")
    assert not is_imported()


def test_file_that_cannot_be_read_is_a_problem_of_every_load(listed, write, tmp_path) -> None:
    listed("plugins = [")
    assert str(only_problem().origin).startswith("pyproject.toml:")
    (tmp_path / "pyproject.toml").unlink()
    (tmp_path / "pyproject.toml").mkdir()
    assert only_problem().found == "a directory"


def test_file_that_does_not_speak_of_us_is_not_parsed(write) -> None:
    write("pyproject.toml", "[tool.other\n")
    assert Settings().REDIS_DB == 0


def test_other_options_are_for_the_command_line_alone(listed) -> None:
    listed("base = 3\nbsae = 4")
    assert Settings().REDIS_DB == 0


def test_distribution_without_metadata_is_on_no_list(listed) -> None:
    listed('plugins = ["mail-conf"]')
    metadata_file("mail-conf", "METADATA").write_text("")
    problem = only_problem(**PRODUCTION)
    assert problem.found.startswith("plugin mail (no distribution)")
    assert problem.hint == "uninstall it"
