"""``diff`` compares what two files resolve to, here and at another revision."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from .commands import integr8s_conf, on_terminal
from .test_terminal import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Stranger

WORKER = "config.k8s-worker.toml"


@pytest.fixture
def git(deployment: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Make the deployment a repository with one commit; return a function that runs git in it."""
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Ann")
        monkeypatch.setenv(f"{name}_EMAIL", "ann@localhost")

    def git(*words: str) -> str:
        command = ["git", "-c", "init.defaultBranch=main", *words]
        done = subprocess.run(command, cwd=deployment, capture_output=True, text=True, check=True)
        return done.stdout

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "The deployment")
    return git


def differing(*words: str, **variables: str) -> list[str]:
    done = integr8s_conf("diff", *words, "--format", "json", **variables)
    report = json.loads(done.out)
    assert (done.code, done.err) == (0 if report["same"] else 1, "")
    return [one["key"] for one in report["differences"]]


def test_file_is_the_same_as_itself(deployment: Path) -> None:
    done = integr8s_conf("diff", "config.toml", "config.toml")
    assert (done.code, done.out) == (0, "config.toml and config.toml: the same\n")


def test_override_stands_for_the_base_with_it(deployment: Path) -> None:
    keys = ["KAFKA_CONSUMER_GROUP_ID", "TRACING_SERVICE_NAME"]
    assert differing("config.toml", WORKER) == keys


def test_override_that_no_name_gives_away_is_told_by_its_size(deployment: Path) -> None:
    (deployment / "mine.toml").write_text("REDIS_DB = 4\n")
    assert differing("config.toml", "mine.toml") == ["REDIS_DB"]


def test_layout_of_a_file_does_not_count(deployment: Path) -> None:
    text = (deployment / "config.toml").read_text()
    (deployment / "other.toml").write_text("\n\n".join(reversed(text.splitlines())))
    assert differing("config.toml", "other.toml") == []


def test_integer_for_a_float_is_the_same_value(edit: Callable[..., None], deployment: Path) -> None:
    text = (deployment / "config.toml").read_text()
    (deployment / "other.toml").write_text(text)
    edit("DLQ_RETRY_BASE_DELAY_SECONDS = 60")
    assert differing("config.toml", "other.toml") == []


def test_secrets_are_compared_and_masked(deployment: Path) -> None:
    text = (deployment / "config.toml").read_text()
    (deployment / "other.toml").write_text(f'{text}REDIS_PASSWORD = "hunter3"\n')
    done = integr8s_conf("diff", "config.toml", "other.toml", REDIS_PASSWORD="")
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines()[2:] == [
        "REDIS_PASSWORD",
        "- ********   default of section Redis",
        "+ ********   other.toml:75",
    ]


def test_file_against_an_older_revision(git: Callable[..., str], edit: Callable[..., None]) -> None:
    edit("REDIS_DB = 1", 'REDIS_HOST = "other"')
    git("commit", "--quiet", "--all", "--message", "Another Redis")
    edit("REDIS_DB = 2")
    assert differing("config.toml", "--git", "HEAD") == ["REDIS_DB"]
    assert differing("config.toml", "--git", "HEAD~1") == ["REDIS_HOST", "REDIS_DB"]
    out = integr8s_conf("diff", "config.toml", "--git", "HEAD").out
    assert out == (
        "--- config.toml at HEAD\n+++ config.toml\nREDIS_DB\n"
        "- 1   config.toml:75\n+ 2   config.toml:75\n"
    )


def test_override_at_a_revision_stands_on_the_base_of_that_revision(
    git: Callable[..., str], edit: Callable[..., None], deployment: Path
) -> None:
    edit("REDIS_DB = 1")
    (deployment / WORKER).write_text("REDIS_PORT = 1234\n")
    keys = ["KAFKA_CONSUMER_GROUP_ID", "REDIS_PORT", "REDIS_DB", "TRACING_SERVICE_NAME"]
    assert differing(WORKER, "--git", "HEAD") == keys


def test_role_at_a_revision(git: Callable[..., str], deployment: Path) -> None:
    (deployment / WORKER).write_text('KAFKA_CONSUMER_GROUP_ID = "k8s-worker"\n')
    assert differing("k8s-worker", "--git", "HEAD") == ["TRACING_SERVICE_NAME"]


def test_other_file_against_a_revision(git: Callable[..., str], deployment: Path) -> None:
    keys = ["KAFKA_CONSUMER_GROUP_ID", "TRACING_SERVICE_NAME"]
    assert differing("config.toml", WORKER, "--git", "HEAD") == keys


def test_revision_works_from_a_folder_below(
    git: Callable[..., str], deployment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (deployment / "below").mkdir()
    monkeypatch.chdir(deployment / "below")
    assert differing("../config.toml", "--git", "HEAD") == []


def test_variables_count_on_both_sides(git: Callable[..., str], edit: Callable[..., None]) -> None:
    edit("REDIS_DB = 1")
    assert differing("config.toml", "--git", "HEAD", INTEGR8S_REDIS_DB="5") == []


def test_env_file_counts_on_both_sides(git: Callable[..., str], deployment: Path) -> None:
    (deployment / ".env").write_text("INTEGR8S_REDIS_DB=5\n")
    assert differing("config.toml", "--git", "HEAD") == []


BAD = {
    "one file": (("config.toml",), "give two files, or one file with --git REV or --defaults"),
    "both": (("config.toml", "--git", "HEAD", "--defaults"), "give two files"),
    "two and defaults": (("config.toml", WORKER, "--defaults"), "--defaults takes one file"),
    "no revision": (("config.toml", "--git", "nope"), "'nope' is no revision that git knows"),
    "an option": (("config.toml", "--git", "--output=x"), "'--output=x' is no revision"),
    "not there then": (("new.toml", "--git", "HEAD"), "new.toml is not in "),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_usage(case: str, git: Callable[..., str], deployment: Path) -> None:
    (deployment / "new.toml").touch()
    words, said = BAD[case]
    done = integr8s_conf("diff", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not (deployment / "x").exists()


def test_outside_a_repository(deployment: Path) -> None:
    done = integr8s_conf("diff", "config.toml", "--git", "HEAD", GIT_CEILING_DIRECTORIES="/")
    assert done.code == 2
    assert "not a git repository" in done.err


def test_refused_side_is_compared_as_far_as_it_resolves(break_it: None) -> None:
    done = integr8s_conf("diff", "config.toml", "config.test.toml")
    assert done.code == 78
    assert "BCRYPT_ROUNDS" in done.out
    assert "KAFKA_SESSION_TIMEOUT_MS" not in done.out
    assert done.err.startswith("config.toml: 2 problems in the configuration")


def test_missing_file_is_a_problem_and_no_difference(deployment: Path) -> None:
    done = integr8s_conf("diff", "none.toml", "config.toml")
    assert done.code == 78
    assert done.out == ""
    assert "there is no such file" in done.err


def test_required_key_has_no_value_in_the_defaults(deployment: Path, stranger: Stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting(description="a")

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    done = integr8s_conf("diff", "config.toml", "--defaults", INTEGR8S_MAIL_HOST="x")
    assert done.code == 1
    assert 'MAIL_HOST\n- no value\n+ "x"   environment variable INTEGR8S_MAIL_HOST\n' in done.out


def test_terminal_has_colours_and_no_escape_of_a_value(edit: Callable[..., None]) -> None:
    edit('PROJECT_NAME = "\\u001b[31mred"')
    done = on_terminal(80, "diff", "config.toml", "config.test.toml")
    assert "\x1b[32m" in done.out
    assert "\\u001b[31mred" in plain(done.out) or "\\x1b[31mred" in plain(done.out)
