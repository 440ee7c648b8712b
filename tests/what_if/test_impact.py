"""What a change of files does to a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conftest import changed, workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from ..conftest import Write
    from .conftest import Command, Facts

    Git = Callable[..., str]
    Edit = Callable[..., None]

GROUP = "KAFKA_CONSUMER_GROUP_ID"
IMPACT = ("impact", "--git", "HEAD")


def test_nothing_changed(git: Git, command: Command) -> None:
    out = command(*IMPACT).out
    assert out == "### Impact on the configuration\n\nSince HEAD: no value changes.\n"


def test_layout_comments_and_shadowed_values_change_nothing(
    git: Git, edit: Edit, deployment: Path, facts: Facts
) -> None:
    base = deployment / "settings" / "config.toml"
    base.write_text(f"# A comment\n\n{base.read_text()}REDIS_DB = 0\n")
    assert facts(*IMPACT)["touched"] == []


def test_values_change_through_the_computed_ones_where_no_override_has_its_own(
    git: Git, edit: Edit, facts: Facts
) -> None:
    edit("config.k8s-worker.toml", 'MONGO_HOST = "its-own"')
    git("commit", "--quiet", "--all", "--message", "Another host")
    edit("config.toml", 'MONGO_HOST = "other"')
    report = facts(*IMPACT)
    assert changed(report).keys() == {"MONGO_HOST", "MONGODB_URL"}
    assert "k8s-worker" not in workers(report["touched"])
    assert len(report["touched"]) == 6


def test_other_base_file_is_a_place_of_its_own(git: Git, edit: Edit, facts: Facts) -> None:
    edit("config.test.toml", "BCRYPT_ROUNDS = 5")
    report = facts(*IMPACT)
    assert changed(report) == {"BCRYPT_ROUNDS": ["settings/config.test.toml"]}
    (change,) = report["changes"]
    assert (change["before"]["value"], change["after"]["value"]) == (4, 5)


def test_problem_that_the_change_brings(git: Git, edit: Edit, command: Command) -> None:
    edit("config.toml", "KAFKA_SESSION_TIMEOUT_MS = 9000")
    done = command(*IMPACT, "--format", "text", code=1)
    assert done.err == ""
    assert "hint    KAFKA_HEARTBEAT_INTERVAL_MS is 10000" in done.out
    assert "**New problems**" in command(*IMPACT, code=1).out
    out = command(*IMPACT, "--format", "github", code=1).out
    assert out.startswith("::error file=settings/config.toml,line=37,")


def test_consumer_group_of_another_worker(git: Git, edit: Edit, facts: Facts) -> None:
    edit("config.k8s-worker.toml", f'{GROUP} = "pod-monitor"')
    (problem,) = facts(*IMPACT, code=1)["new_problems"]
    assert workers(problem["places"]) == ["k8s-worker", "pod-monitor"]


def test_problem_that_moved_is_known_and_the_configuration_refused(
    git: Git, edit: Edit, deployment: Path, facts: Facts
) -> None:
    edit("config.toml", "KAFKA_SESSION_TIMEOUT_MS = 9000")
    git("commit", "--quiet", "--all", "--message", "Too short")
    base = deployment / "settings" / "config.toml"
    base.write_text(f"# A comment\n{base.read_text()}")
    report = facts(*IMPACT, code=78)
    assert report["new_problems"] == report["mended_problems"] == report["touched"] == []


def test_side_that_was_refused_is_compared_as_far_as_it_resolves(
    git: Git, edit: Edit, facts: Facts
) -> None:
    edit("config.toml", "KAFKA_SESSION_TIMEOUT_MS = 9000", 'REDIS_DB = "x"', "WEB_THREADS = 5")
    git("commit", "--quiet", "--all", "--message", "Broken")
    edit("config.toml", "KAFKA_SESSION_TIMEOUT_MS = 45000", "REDIS_DB = 1", "WEB_THREADS = 4")
    report = facts(*IMPACT)
    assert list(changed(report)) == ["KAFKA_SESSION_TIMEOUT_MS", "WEB_THREADS"]
    assert {one["key"] for one in report["mended_problems"]} == {
        "KAFKA_SESSION_TIMEOUT_MS",
        "REDIS_DB",
    }


def test_new_worker_is_shown_beside_the_backend(git: Git, write: Write, facts: Facts) -> None:
    write(
        "settings/config.image-puller.toml",
        f'{GROUP} = "image-puller"\nTRACING_SERVICE_NAME = "image-puller"\nREDIS_DB = 3\n',
    )
    report = facts(*IMPACT)
    assert report["changes"] == []
    assert workers(report["added"]) == ["image-puller"]
    assert changed(report, "own_values") == {
        GROUP: ["image-puller"],
        "REDIS_DB": ["image-puller"],
        "TRACING_SERVICE_NAME": ["image-puller"],
    }


def test_worker_that_is_gone(git: Git, deployment: Path, facts: Facts) -> None:
    (deployment / "settings" / "config.event-replay.toml").unlink()
    for words in ((), ("--worker", "event-replay")):
        report = facts(*IMPACT, *words)
        assert (report["touched"], workers(report["removed"])) == ([], ["event-replay"])


def test_file_with_another_name_is_the_same_worker(
    git: Git, deployment: Path, facts: Facts
) -> None:
    folder = deployment / "settings"
    (folder / "config.k8s-worker.toml").rename(folder / "config.kube.toml")
    report = facts(*IMPACT)
    assert report["renamed"] == {"k8s-worker": "kube"}
    assert report["added"] == report["removed"] == report["touched"] == []


def test_base_file_that_moved_is_the_same(git: Git, deployment: Path, facts: Facts) -> None:
    for file in (deployment / "settings").iterdir():
        file.rename(deployment / file.name)
    report = facts(*IMPACT, "--worker", "pod-monitor")
    assert report["added"] == report["removed"] == report["touched"] == []


def test_everything_is_new_where_there_was_no_base_file(
    git: Git, deployment: Path, facts: Facts
) -> None:
    git("rm", "--quiet", "--cached", "-r", "settings")
    git("commit", "--quiet", "--allow-empty", "--message", "Nothing")
    report = facts(*IMPACT)
    assert len(report["added"]) == 8
    assert report["changes"] == report["own_values"] == []


def test_problem_of_how_the_deployment_is_listed(git: Git, write: Write, facts: Facts) -> None:
    write("pyproject.toml", '[tool.integr8s-conf]\nbases = ["nowhere.toml"]\n')
    (problem,) = facts(*IMPACT, code=1)["new_problems"]
    assert problem["found"] == "nowhere.toml, which no file is named"
    git("add", ".")
    git("commit", "--quiet", "--message", "Listed")
    assert facts(*IMPACT, code=78)["new_problems"] == []


def test_problem_of_the_list_of_plugins_is_told_once(git: Git, write: Write, facts: Facts) -> None:
    write("pyproject.toml", "[tool.integr8s-conf]\nplugins = 3\n")
    (problem,) = facts(*IMPACT, code=1)["new_problems"]
    assert problem["found"].startswith("plugins = 3")


def test_secrets_and_markup_stay_text(
    git: Git, edit: Edit, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", "hunter2hunter2")
    secret = "hunter3" * 5
    edit("config.toml", "PROJECT_NAME = '<b>`|`\\n# **x**'", f'SECRET_KEY = "{secret}"')
    out = command(*IMPACT).out
    assert "hunter" not in out
    (row,) = [line for line in out.splitlines() if "PROJECT_NAME" in line]
    assert row.split(" | ")[2].startswith(r'``"<b>`\|`\\n# **x**"`` settings/config.toml:')


def test_long_table_is_folded(git: Git, edit: Edit, command: Command) -> None:
    edit("config.toml", *(f"{key} = 7" for key in SEVENS))
    out = command(*IMPACT).out
    assert "<details><summary>In every worker</summary>\n\n| key | before | after |\n" in out


SEVENS = (
    "ACCESS_TOKEN_EXPIRE_MINUTES", "MONGO_PORT", "K8S_POD_EXECUTION_TIMEOUT",
    "EVENT_RETENTION_DAYS", "KAFKA_MAX_POLL_RECORDS", "SSE_CONSUMER_POOL_SIZE",
    "SSE_HEARTBEAT_INTERVAL", "DLQ_RETRY_MAX_ATTEMPTS", "DLQ_WARNING_THRESHOLD", "WEB_THREADS",
    "WEB_BACKLOG", "WEB_CONCURRENCY", "WEB_TIMEOUT", "REDIS_DB",
)  # fmt: skip
"""More keys than are shown unfolded, which may all be 7."""
