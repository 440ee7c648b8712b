"""What another value, or a layer less, would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import changed, workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Stranger
    from .conftest import Command, Facts

OTHERS = [
    "dlq-processor",
    "event-replay",
    "pod-monitor",
    "result-processor",
    "saga-orchestrator",
]
WORKERS = ["backend", *OTHERS[:2], "k8s-worker", *OTHERS[2:]]
GROUP = "KAFKA_CONSUMER_GROUP_ID"


def test_value_of_the_base_file_changes_for_every_worker_and_what_is_computed_from_it(
    deployment: Path, facts: Facts
) -> None:
    report = facts("explain", "--set", "mongo_host=other")
    assert changed(report) == {"MONGO_HOST": WORKERS, "MONGODB_URL": WORKERS}
    host, url = report["changes"]
    assert (host["before"]["value"], host["after"]["value"]) == ("mongo", "other")
    assert host["after"]["origin"]["name"] == "settings/config.toml with --set"
    assert url["before"]["value"] == url["after"]["value"] == "********"


def test_worker_that_sets_the_key_itself_is_not_touched(deployment: Path, facts: Facts) -> None:
    report = facts("explain", "--set", f"{GROUP}=x")
    assert changed(report) == {GROUP: ["backend"]}
    assert workers(report["touched"]) == ["backend"]
    kept = {workers(one["places"])[0]: one["origin"] for one in report["kept"]}
    assert list(kept) == WORKERS[1:]
    assert (kept["k8s-worker"]["name"], kept["k8s-worker"]["line"]) == (
        "settings/config.k8s-worker.toml",
        4,
    )


def test_value_in_the_override_of_one_worker(deployment: Path, facts: Facts) -> None:
    report = facts("explain", "--set", f"{GROUP}=x", "--worker", "k8s-worker")
    assert changed(report) == {GROUP: ["k8s-worker"]}
    assert report["kept"] == []


def test_backend_has_no_override_and_is_touched_alone(deployment: Path, facts: Facts) -> None:
    report = facts("explain", "--set", "REDIS_DB=3", "--worker", "backend")
    assert changed(report) == {"REDIS_DB": ["backend"]}


def test_rule_that_would_fail_is_the_answer(deployment: Path, command: Command) -> None:
    done = command("explain", "--set", "KAFKA_SESSION_TIMEOUT_MS=9000", code=1)
    assert "found   9000" in done.out
    assert "greater than KAFKA_HEARTBEAT_INTERVAL_MS" in done.out
    assert done.out.rstrip().endswith("1 value changes in all 7 workers; 1 problem appears")


def test_value_of_another_type_is_the_answer_as_well(deployment: Path, facts: Facts) -> None:
    report = facts("explain", "--set", "KAFKA_MAX_POLL_RECORDS=many", code=1)
    (problem,) = report["new_problems"]
    assert (problem["key"], problem["found"]) == ("KAFKA_MAX_POLL_RECORDS", '"many"')
    assert workers(problem["places"]) == WORKERS
    assert report["changes"] == []


def test_value_that_another_worker_has_is_refused_for_both(deployment: Path, facts: Facts) -> None:
    report = facts("explain", "--set", f"{GROUP}=pod-monitor", "--worker", "k8s-worker", code=1)
    (problem,) = report["new_problems"]
    assert workers(problem["places"]) == ["k8s-worker", "pod-monitor"]


def test_text_is_read_as_that_of_a_variable(deployment: Path, facts: Facts) -> None:
    report = facts("explain", "--set", "CORS_ORIGINS=https://a,https://b", "--set", "REDIS_DB=1")
    values = {one["key"]: one["after"]["value"] for one in report["changes"]}
    assert values == {"CORS_ORIGINS": ["https://a", "https://b"], "REDIS_DB": 1}


def test_problem_of_now_that_goes_away(
    edit: Callable[..., None], facts: Facts, command: Command
) -> None:
    edit("config.toml", "KAFKA_SESSION_TIMEOUT_MS = 9000")
    words = ("explain", "--set", "KAFKA_SESSION_TIMEOUT_MS=50000")
    report = facts(*words, code=78)
    assert [one["key"] for one in report["mended_problems"]] == ["KAFKA_SESSION_TIMEOUT_MS"]
    assert [one["rule"] for one in report["diagnostics"]] == ["mended-problem"]
    assert report["new_problems"] == []
    assert "::" not in command(*words, "--format", "github", code=78).out


def test_problem_that_stays_is_no_new_one(edit: Callable[..., None], facts: Facts) -> None:
    edit("config.toml", "KAFKA_SESSION_TIMEOUT_MS = 9000")
    report = facts("explain", "--set", "REDIS_DB=2", code=78)
    assert report["new_problems"] == report["mended_problems"] == []


def test_only_the_named_keys_are_shown_and_what_is_computed_from_them(
    deployment: Path, facts: Facts
) -> None:
    sets = ("--set", "MONGO_PORT=1", "--set", "REDIS_DB=2")
    assert list(changed(facts("explain", "MONGO_PORT", *sets))) == ["MONGO_PORT", "MONGODB_URL"]
    assert list(changed(facts("explain", "REDIS_DB", *sets))) == ["REDIS_DB"]


def test_what_is_computed_from_computed_values_is_shown_with_their_key(
    deployment: Path, facts: Facts, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("a", "Host")
            MAIL_LINK: str = setting(description="Link", computed=True)
            MAIL_TEXT: str = setting(description="Text", computed=True)
            MAIL_PORT: int = setting(25, "Port")

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            return {
                "MAIL_TEXT": lambda s: f"see {s['MAIL_LINK']}",
                "MAIL_LINK": lambda s: f"http://{s['MAIL_HOST']}",
            }
    """)
    report = facts("explain", "MAIL_HOST", "--set", "MAIL_HOST=b", "--set", "MAIL_PORT=26")
    assert list(changed(report)) == ["MAIL_HOST", "MAIL_LINK", "MAIL_TEXT"]


def test_key_that_no_worker_may_have_for_itself(
    deployment: Path, facts: Facts, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("a", "Host", per_worker=False)

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    assert facts("explain", "--set", "MAIL_HOST=b")["new_problems"] == []
    words = ("explain", "--set", "MAIL_HOST=b", "--worker", "pod-monitor")
    (problem,) = facts(*words, code=1)["new_problems"]
    assert problem["wanted"] == "one value for all workers"


WITHOUT = {
    "override file": WORKERS[1:],
    "settings/config.k8s-worker.toml": ["k8s-worker"],
    "./settings/config.k8s-worker.toml": ["k8s-worker"],
}


@pytest.mark.parametrize("name", WITHOUT)
def test_without_a_layer_the_lower_ones_count(name: str, deployment: Path, facts: Facts) -> None:
    report = facts("explain", GROUP, "--without", name)
    assert [workers(one["places"]) for one in report["changes"]] == [[one] for one in WITHOUT[name]]
    assert {one["after"]["value"] for one in report["changes"]} == {"integr8scode-backend"}


def test_without_the_environment_and_the_env_file(
    deployment: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "3")
    (deployment / "settings" / ".env").write_text("INTEGR8S_REDIS_DB=4\nINTEGR8S_WEB_THREADS=9\n")

    def after(*names: str) -> dict[str, object]:
        words = [word for name in names for word in ("--without", name)]
        changes = facts("explain", *words)["changes"]
        return {one["key"]: one["after"]["value"] for one in changes}

    assert after("environment") == {"REDIS_DB": 4}
    assert after("environment", "env file") == {"REDIS_DB": 0, "WEB_THREADS": 4}
    assert after("settings/.env") == {"WEB_THREADS": 4}


def test_env_file_is_not_read_where_the_change_means_production(
    deployment: Path, facts: Facts
) -> None:
    secret = f"SECRET_KEY={'s' * 40}\n"
    (deployment / "settings" / ".env").write_text(f"{secret}INTEGR8S_REDIS_DB=4\n")
    report = facts("explain", "REDIS_DB", "--set", "ENVIRONMENT=production", code=1)
    assert [one["after"]["value"] for one in report["changes"]] == [0]
    assert "SECRET_KEY" in {one["key"] for one in report["new_problems"]}


def test_env_file_is_read_where_the_change_means_no_production(
    edit: Callable[..., None], deployment: Path, facts: Facts
) -> None:
    edit("config.toml", 'ENVIRONMENT = "production"')
    (deployment / "settings" / ".env").write_text("INTEGR8S_REDIS_DB=4\n")
    report = facts("explain", "REDIS_DB", "--set", "ENVIRONMENT=development", code=78)
    assert [one["after"]["value"] for one in report["changes"]] == [4]
    assert "SECRET_KEY" in {one["key"] for one in report["mended_problems"]}


def test_one_configuration_by_its_files(deployment: Path, command: Command) -> None:
    words = ("--set", "REDIS_DB=2", "--override", "config.k8s-worker.toml")
    out = command("explain", *words).out
    assert out.startswith("REDIS_DB\n- 0   default of section Redis\n")


def test_problem_is_shown_in_the_file_that_would_say_so(deployment: Path, command: Command) -> None:
    words = ("explain", "--set", "REDIS_DB=x", "--format", "github")
    out = command(*words, "--worker", "pod-monitor", code=1).out
    assert out.startswith("::error file=settings/config.pod-monitor.toml,title=REDIS_DB::")
    assert '"uri": "settings/config.toml"' in command(*words[:-1], "sarif", code=1).out


BAD = {
    "secret": (("--set", "REDIS_PASSWORD=hunter2"), "REDIS_PASSWORD is a secret"),
    "computed secret": (("--set", "MONGODB_URL=hunter2"), "MONGODB_URL is a secret"),
    "unknown key": (("--set", "MONGO_HOTS=x"), "did you mean MONGO_HOST?"),
    "no value": (("--set", "REDIS_DB"), "write KEY=VALUE"),
    "unknown layer": (("--without", "overide file"), "did you mean override file?"),
    "defaults": (("--without", "defaults"), "defaults is no layer"),
    "unknown worker": (("--set", "REDIS_DB=1", "--worker", "k8sworker"), "did you mean k8s-worker"),
    "worker and file": (
        ("--set", "REDIS_DB=1", "--worker", "backend", "--config", "settings/config.toml"),
        "not both",
    ),
    "all": (("--all", "--set", "REDIS_DB=1"), "--all shows every worker as it is"),
    "nothing": ((), "name a KEY, or give --set or --without"),
    "form": (("REDIS_DB", "--format", "sarif"), "--format sarif is for --set and --without"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_usage(case: str, deployment: Path, command: Command) -> None:
    words, said = BAD[case]
    done = command("explain", *words, code=2)
    assert said in done.err
    assert "hunter2" not in done.out + done.err


def test_value_is_escaped_where_it_would_move_the_terminal(
    deployment: Path, command: Command
) -> None:
    out = command("explain", "--set", "PROJECT_NAME=\x1b[31mred").out
    assert "\x1b" not in out
    assert "x1b[31mred" in out or "u001b[31mred" in out


def test_url_with_a_password_is_masked(deployment: Path, command: Command) -> None:
    words = ("explain", "--set", "OTLP_TRACES_ENDPOINT=http://me:hunter2@host")
    for form in ("text", "json"):
        assert "hunter2" not in command(*words, "--format", form).out
