"""Of a key that is declared ``distinct=True`` no two workers may share a value."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import names
from .in_process import checked, report

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

GROUP = "KAFKA_CONSUMER_GROUP_ID"
OWN = "a value of its own for each worker"


@pytest.fixture
def workers(write: Write) -> None:
    """Write a base file, and three workers whose consumer groups have their names."""
    write("config.toml", f'{GROUP} = "main"\nTRACING_SERVICE_NAME = "main"\n')
    for name in ("one", "three", "two"):
        write(f"config.{name}.toml", lines(name))


def lines(group: str, service: str | None = None) -> str:
    return f'TRACING_SERVICE_NAME = "{service or group}"\n{GROUP} = "{group}"\n'


def placed(found: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Return of each problem its key, its place and what was found."""
    return [
        (one["key"], f"{one['origin']['name']}:{one['origin']['line']}", one["found"])
        for one in found
    ]


def test_workers_with_values_of_their_own_are_valid(workers: None) -> None:
    done = checked("--strict")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "4 combinations: all valid")


def test_copied_value_is_a_problem_with_both_lines(workers: None, write: Write) -> None:
    write("config.two.toml", f"\n{lines('one', service='two')}")
    done = report()
    assert placed(done["problems"]) == [
        (
            GROUP,
            "config.two.toml:3",
            '"one" for one (config.one.toml:2) and for two (config.two.toml:3)',
        )
    ]
    [problem] = done["problems"]
    assert (problem["wanted"], problem["hint"]) == (OWN, "change config.two.toml:3")
    [related] = problem["related"]
    assert related["key"] == GROUP
    assert (related["origin"]["name"], related["origin"]["line"]) == ("config.one.toml", 2)
    assert done["warnings"] == []
    assert checked().exit_code == 78
    assert [bool(one["problems"]) for one in done["combinations"]] == [False, True, False, True]


def test_line_to_change_is_the_one_that_has_not_its_own_workers_name(
    workers: None, write: Write
) -> None:
    write("config.one.toml", lines("two", service="one"))
    assert [place for _, place, _ in placed(report()["problems"])] == ["config.one.toml:2"]
    write("config.one.toml", lines("other"))
    write("config.two.toml", lines("other", service="two"))
    assert [place for _, place, _ in placed(report()["problems"])] == ["config.two.toml:2"]


def test_value_of_the_base_file_that_an_override_repeats_is_a_problem(
    workers: None, write: Write
) -> None:
    write("config.one.toml", lines("main", service="one"))
    found = '"main" for backend (config.toml:1) and for one (config.one.toml:2)'
    assert placed(report()["problems"]) == [(GROUP, "config.one.toml:2", found)]


def test_one_finding_for_all_roles_that_share_a_value(workers: None, write: Write) -> None:
    write("config.one.toml", lines("main", service="one"))
    write("config.two.toml", lines("main", service="two"))
    write("config.three.toml", 'TRACING_SERVICE_NAME = "three"')
    done = report()
    found = (
        '"main" for backend, three (config.toml:1)'
        " and for one (config.one.toml:2) and for two (config.two.toml:2)"
    )
    assert placed(done["problems"]) == [(GROUP, "config.two.toml:2", found)]
    assert done["warnings"] == []


@pytest.mark.parametrize("file", ["config.one.toml", "config.two.toml", "new.toml"])
def test_file_is_compared_with_all_others(file: str, workers: None, write: Write) -> None:
    write("config.two.toml", lines("one", service="two"))
    write("new.toml", lines("one", service="new"))
    done = report(file)
    assert len(names(done)) == 1
    [(key, *_)] = placed(done["problems"])
    assert key == GROUP


def test_file_of_another_worker_is_not_told_of_them(workers: None, write: Write) -> None:
    write("config.two.toml", lines("one"))
    assert report("config.three.toml")["valid"]


def test_one_configuration_and_other_base_files_are_compared_with_none(
    workers: None, write: Write
) -> None:
    write("config.two.toml", lines("one"))
    assert report("--override", "config.two.toml")["valid"]
    write("pyproject.toml", '[tool.integr8s-conf]\nbases = ["config.two.toml"]\n')
    assert report("--strict")["valid"]


def test_environments_are_compared_each_by_itself(workers: None, write: Write) -> None:
    table = "[tool.integr8s-conf.environments]\na.variables = { INTEGR8S_%s = 'all' }\nb = {}\n"
    write("pyproject.toml", table % GROUP)
    assert report("--strict")["valid"]
    write("config.two.toml", lines("one", service="two"))
    places = [(len(one["problems"]), one["environment"]) for one in report()["combinations"]]
    assert sorted(one for one in places if one[0]) == [(1, "b"), (1, "b")]


def test_every_form_tells_both_places(workers: None, write: Write) -> None:
    write("config.two.toml", lines("one", service="two"))
    text = checked("two").stdout
    assert f"{GROUP}   config.two.toml:2" in text
    assert "config.one.toml:2" in text
    github = checked("two", "--format", "github").stdout
    assert github.startswith(f"::error file=config.two.toml,line=2,title={GROUP}::")
    [run] = json.loads(checked("two", "--format", "sarif").stdout)["runs"]
    [result] = run["results"]
    assert result["ruleId"] == "worker-value"
    [related] = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "config.one.toml"


MAIL = """
    from integr8s_conf import Section, hookimpl, setting

    class Mail(Section):
        MAIL_QUEUE: str | None = setting(None, "Its queue", distinct=True)
        MAIL_TOPICS: list[str] = setting(list, "Its topics", distinct=True)
        MAIL_PASSWORD: str = setting("dev-mail", "Its password", secret=True, distinct=True)

    @hookimpl
    def integr8s_sections():
        return [Mail]
"""


@pytest.fixture
def mail(workers: None, stranger: Stranger) -> None:
    """Add a stranger's plugin with keys that want a value for each worker."""
    stranger(MAIL)


def test_what_says_nothing_is_not_shared(mail: None, write: Write) -> None:
    for name in ("one", "two"):
        write(f"config.{name}.toml", f'{lines(name)}MAIL_QUEUE = ""\nMAIL_TOPICS = []\n')
    assert report("--strict")["valid"]


def test_value_that_workers_inherit_may_be_meant(workers: None, write: Write) -> None:
    write("config.one.toml", 'TRACING_SERVICE_NAME = "one"')
    assert report("--strict")["valid"]


def test_secret_is_masked(mail: None, write: Write) -> None:
    for name in ("one", "two"):
        write(f"config.{name}.toml", f'{lines(name)}MAIL_PASSWORD = "hunter2-hunter2"\n')
    for form in ("text", "json", "sarif", "github"):
        out = checked("--format", form).output
        assert "hunter2" not in out
        assert "dev-mail" not in out
        assert "******** for one (config.one.toml:3) and for two (config.two.toml:3)" in out


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(groups=st.lists(st.sampled_from("abc"), min_size=3, max_size=3))
def test_findings_are_the_groups_that_more_than_one_has(
    groups: list[str], workers: None, write: Write
) -> None:
    for name, group in zip(("one", "two", "three"), groups, strict=True):
        write(f"config.{name}.toml", lines(group, service=name))
    found = [one["found"][1:2] for one in report()["problems"]]
    assert sorted(found) == sorted(one for one in "abc" if groups.count(one) > 1)
