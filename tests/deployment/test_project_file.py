"""``[tool.integr8s-conf]`` of pyproject.toml lists what is deployed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import names, said

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Check


OVERRIDES = (" + config.one.toml", " + config.two.toml")


@pytest.fixture
def project(small: None, write: Write) -> Write:
    """Return a function that writes lines of the table, from line 2 of pyproject.toml on."""

    def project(text: str) -> None:
        write("pyproject.toml", f"[tool.integr8s-conf]\n{text}\n")

    return project  # type: ignore[return-value]


def test_base_names_the_base_file(project: Write, write: Write, check: Check) -> None:
    write("deploy/backend.toml", "")
    write("deploy/backend.one.toml", "")
    project('base = "deploy/backend.toml"')
    assert names(check()) == [
        "deploy/backend.toml",
        "deploy/backend.toml + deploy/backend.one.toml",
    ]


def test_base_file_that_a_variable_names_is_one_of_the_deployment(
    project: Write, write: Write, check: Check
) -> None:
    write("deploy/backend.toml", "")
    project('base = "deploy/backend.toml"')
    report = check(INTEGR8S_CONF_FILE="config.toml")
    assert names(report) == ["deploy/backend.toml", "config.toml"]
    assert names(check(INTEGR8S_CONF_FILE="deploy/backend.toml")) == ["deploy/backend.toml"]


def test_overrides_are_listed_by_name_and_by_pattern(
    project: Write, write: Write, check: Check
) -> None:
    write("workers/b.toml", "")
    write("workers/a.toml", "")
    write("[x].toml", "")
    project('overrides = ["config.two.toml", "workers/*.toml", "[x].toml", "workers/a.toml"]')
    assert names(check()) == [
        "config.toml",
        "config.toml + config.two.toml",
        "config.toml + workers/a.toml",
        "config.toml + workers/b.toml",
        "config.toml + [x].toml",
    ]


def test_empty_list_means_none(project: Write, check: Check) -> None:
    project("overrides = []")
    assert names(check()) == ["config.toml"]


def test_bases_are_no_overrides(project: Write, check: Check) -> None:
    project('bases = ["config.two.toml"]')
    assert names(check()) == ["config.toml", "config.toml + config.one.toml", "config.two.toml"]


def test_pattern_that_matches_the_base_file_leaves_it_what_it_is(
    project: Write, check: Check
) -> None:
    project('overrides = ["config*.toml"]')
    assert names(check()) == [f"config.toml{more}" for more in ("", *OVERRIDES)]
    project('bases = ["config*.toml"]')
    assert names(check()) == ["config.toml", "config.one.toml", "config.two.toml"]


def test_pattern_matches_no_folder(project: Write, write: Write, check: Check) -> None:
    write("config.folder.toml/file", "")
    project('overrides = ["config.*.toml"]')
    assert names(check()) == [f"config.toml{more}" for more in ("", *OVERRIDES)]


def test_listed_override_is_one_whatever_its_keys(
    project: Write, write: Write, check: Check, full: str
) -> None:
    write("config.toml", full)
    write("config.one.toml", full)
    project('overrides = ["config.one.toml"]')
    assert names(check()) == ["config.toml", "config.toml + config.one.toml"]


def test_other_tables_say_nothing(small: None, write: Write, check: Check) -> None:
    write("pyproject.toml", "[project]\nname = 'x'\n[tool.other]\nbase = 3\n")
    assert len(names(check())) == 3


def test_no_parent_folder_is_asked(
    small: None, write: Write, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("pyproject.toml", "[tool.integr8s-conf]\nbase = 3\n")
    inner = write("inner/config.toml", "").parent
    monkeypatch.chdir(inner)
    assert names(check()) == ["config.toml"]


MISTAKES = {
    "base = 3": ("base = 3 (an integer)", "config.toml"),
    'base = ""': ('base = "" (a string)', "config.toml"),
    r'base = "a\u0000b"': (r"\u0000b", "config.toml"),
    'overrides = "config.one.toml"': ('overrides = "config.one.toml" (a string)', "overrides = ["),
    'plugins = "mail-conf"': ('plugins = "mail-conf" (a string)', "plugins = ["),
    "required = [1]": ("required = [1] (a list)", "required = ["),
    "overrides = [1]": ("overrides = [1] (a list)", "overrides = ["),
    'overrides = ["gone.*.toml"]': ("gone.*.toml, which no file is named", "folder of pyproject"),
    'overrides = ["**a"]': ("**a, which no file is named", "folder of pyproject"),
    'bases = ["/absent.toml"]': ("/absent.toml, which no file is named", "folder of pyproject"),
    'bases = ["config"]': ("config, which no file is named", "folder of pyproject"),
    "bases = {}": ("bases = a table", "bases = ["),
    'override = ["a"]': ("an unknown option override", "did you mean overrides?"),
    "xyzzy = 1": ("an unknown option xyzzy", "there are base, overrides, bases, environments"),
    "environments = 3": ("environments = 3 (an integer)", "environments.production]"),
    "environments.p = 3": ("3 (an integer)", "write [tool.integr8s-conf.environments.p]"),
    "environments.p.env-file = []": ("env-file = [] (a list)", 'env-file = "production.env"'),
    'environments.p.env-file = "no.env"': ("no.env: there is no such file", "folder of pyproject"),
    "environments.p.env_file = 1": ("an unknown option env_file", "did you mean env-file?"),
    "environments.p.secrets = true": ("secrets = true (a boolean)", 'secrets = ["SECRET_KEY"]'),
    'environments.p.secrets = ["SECRET_KEI"]': ("no secret", "did you mean SECRET_KEY?"),
    'environments.p.secrets = ["REDIS_DB"]': ("no secret", "there are MONGODB_URL, MONGO_PASSWORD"),
    "environments.p.variables = 1": ("variables = 1 (an integer)", "variables = { INTEGR8S_"),
    "environments.p.variables.A = 1": ("A with a value that is no text", "put it in quotes"),
}


@pytest.mark.parametrize("line", MISTAKES)
def test_mistake_is_a_problem_at_its_line(line: str, project: Write, check: Check) -> None:
    project(line)
    [(_, place, found, hint)] = said(check())
    assert place == "pyproject.toml:2"
    expected, way = MISTAKES[line]
    assert expected in found
    assert way in hint


def test_table_that_is_none(small: None, write: Write, check: Check) -> None:
    write("pyproject.toml", "[tool]\nintegr8s-conf = 3\n")
    [(_, place, found, hint)] = said(check())
    assert (place, found) == ("pyproject.toml:2", "3 (an integer)")
    assert hint == "write [tool.integr8s-conf], and the options below it"


def test_all_mistakes_are_told_at_once_and_the_files_checked_nevertheless(
    project: Write, write: Write, check: Check
) -> None:
    write("config.one.toml", "REDIS_DB = -1")
    project("base = 3\nbases = 4\n[tool.integr8s-conf.environments.p]\nsecrets = 5")
    places = [place for _, place, *_ in said(check())]
    assert places == [
        "pyproject.toml:2",
        "pyproject.toml:3",
        "pyproject.toml:5",
        "config.one.toml:1",
    ]


def test_values_of_variables_are_not_shown(project: Write, check: Check) -> None:
    project('environments = 1\n"SECRET" = { SECRET_KEY = "hunter2-hunter2" }')
    assert "hunter2" not in str(check())
    project('environments.p.env-file = { SECRET_KEY = "hunter2-hunter2" }')
    assert "hunter2" not in str(check())


@pytest.mark.parametrize(
    ("text", "place"),
    [('a = "hunter2-hunter2', "pyproject.toml:1"), ("a = 1\na = hunter2", "pyproject.toml:2")],
)
def test_file_that_is_no_toml_is_told_without_its_line(
    text: str, place: str, small: None, write: Write, check: Check
) -> None:
    write("pyproject.toml", text)
    report = check()
    assert place in [where for _, where, *_ in said(report)]
    assert "hunter2" not in str(report)


def test_file_that_cannot_be_read(small: None, write: Write, check: Check) -> None:
    write("pyproject.toml/file", "")
    [(_, place, found, _)] = said(check())
    assert (place, found) == ("pyproject.toml:None", "a directory")
