"""``integr8s-conf check`` tells each problem of a deployment once, and whom it concerns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .commands import integr8s_conf, on_terminal
from .test_terminal import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Stranger, Write

K8S = "config.k8s-worker.toml"


def in_lines(text: str) -> list[str]:
    """Return what is said of the combinations that problems concern."""
    lines = text.splitlines()
    return [line.removeprefix("    in      ") for line in lines if line.startswith("    in  ")]


def test_reference_deployment_is_valid(deployment: Path) -> None:
    done = integr8s_conf("check")
    assert (done.code, done.err) == (0, "")
    title, head, *rows = done.out.splitlines()
    assert title == "8 combinations: all valid"
    assert head.split() == ["files", "problems"]
    assert [row for row in rows if row.endswith("  valid, 85 keys")] == rows[:-1]
    assert len(rows) == 9


def test_problem_of_the_base_file_is_told_once(edit: Callable[..., None]) -> None:
    edit("REDIS_DB = -1")
    done = integr8s_conf("check")
    assert done.code == 78
    assert done.out.startswith("8 combinations: 7 refused\n")
    assert done.out.count("REDIS_DB") == 2  # in its heading, and in its hint
    assert "1 problem in the configuration\n\n  REDIS_DB   config.toml:75\n" in done.out
    assert in_lines(done.out) == []


def test_problem_of_an_override_is_told_at_its_line(deployment: Path) -> None:
    (deployment / K8S).write_text("REDIS_DB = -1\n")
    done = integr8s_conf("check")
    assert done.out.startswith("8 combinations: 1 refused\n")
    assert f"\n  REDIS_DB   {K8S}:1\n" in done.out
    assert in_lines(done.out) == []


def test_problem_of_some_combinations_names_them(edit: Callable[..., None], write: Write) -> None:
    edit("REDIS_DB = -1")
    write(K8S, "REDIS_DB = 1\n")
    write("config.pod-monitor.toml", "REDIS_DB = 1\n")
    out = integr8s_conf("check", "config.toml").out
    assert in_lines(out) == ["config.toml"]
    names = ("dlq-processor", "event-replay", "result-processor", "saga-orchestrator")
    others = "".join(f"{' ' * 12}config.toml + config.{name}.toml\n" for name in names)
    assert out.endswith(f"    in      config.toml\n{others}")


def test_problem_of_a_rule_is_told_with_each_override_that_breaks_it(
    edit: Callable[..., None], write: Write
) -> None:
    edit("KAFKA_SESSION_TIMEOUT_MS = 30000")
    write(K8S, "KAFKA_HEARTBEAT_INTERVAL_MS = 40000\n")
    write("config.pod-monitor.toml", "KAFKA_HEARTBEAT_INTERVAL_MS = 50000\n")
    out = integr8s_conf("check").out
    assert out.count("KAFKA_SESSION_TIMEOUT_MS   config.toml:37") == 2
    assert in_lines(out) == [
        f"config.toml + {K8S}",
        "config.toml + config.pod-monitor.toml",
    ]


def test_problem_of_a_variable_concerns_all(deployment: Path) -> None:
    out = integr8s_conf("check", INTEGR8S_REDIS_DB="-1").out
    assert out.startswith("8 combinations: all refused\n")
    assert "1 problem in the configuration" in out
    assert in_lines(out) == []


def test_problem_of_an_environment_names_it(deployment: Path, write: Write) -> None:
    table = "[tool.integr8s-conf.environments]\na = {}\nb.variables = { INTEGR8S_REDIS_DB = 'x' }"
    write("pyproject.toml", table)
    out = integr8s_conf("check").out
    assert out.splitlines()[1].split() == ["files", "environment", "problems"]
    assert in_lines(out) == ["every combination of the environment b"]


def test_problem_of_all_but_the_test_file_names_the_base_file(
    deployment: Path, write: Write, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting(description="Its host")

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    test = (deployment / "config.test.toml").read_text(encoding="utf-8")
    write("config.test.toml", f'{test}MAIL_HOST = "localhost"')
    out = integr8s_conf("check").out
    assert out.startswith("8 combinations: 7 refused\n")
    assert in_lines(out) == ["every combination of config.toml"]


def test_neighbours_below_one_header_say_it_once(deployment: Path, write: Write) -> None:
    write(K8S, "[kafka]\nREDIS_DB = 1\nREDIS_PORT = 1\n")
    out = integr8s_conf("check").out
    assert f"  REDIS_DB   {K8S}:2\n  REDIS_PORT   {K8S}:3\n    found" in out


def test_broken_plugin_is_told_once(deployment: Path, stranger: Stranger) -> None:
    stranger("import nowhere_at_all")
    out = integr8s_conf("check").out
    assert out.startswith("8 combinations: all refused\n")
    assert out.count("nowhere_at_all") == 1
    assert in_lines(out) == []


def test_what_a_plugin_prints_is_not_in_the_output(deployment: Path, stranger: Stranger) -> None:
    stranger("print('hello')")
    done = integr8s_conf("check", "--format", "json")
    assert "hello" not in done.out
    assert "hello" in done.err


def test_warnings_follow_each_on_a_line(edit: Callable[..., None], write: Write) -> None:
    edit('REDIS_PASSWORD = "hunter2-hunter2"')
    write(K8S, 'REDIS_PASSWORD = "hunter2-hunter2"')
    done = integr8s_conf("check")
    assert done.code == 0
    head, *rows = done.out.splitlines()[1:9]
    assert head.split() == ["files", "problems", "warnings"]
    assert [row.split()[-1] for row in rows] == ["1", "1", "1", "2", "1", "1", "1"]
    said = done.out.split("\n\n")[1].splitlines()
    assert [line.split(": ")[:2] for line in said] == [
        ["warning", "REDIS_PASSWORD (config.toml:75)"],
        ["warning", f"REDIS_PASSWORD ({K8S}:1)"],
    ]


def test_what_is_a_problem_in_one_environment_is_no_warning_in_another(
    edit: Callable[..., None], write: Write
) -> None:
    edit('REDIS_PASSWORD = "hunter2-hunter2"')
    table = "b.variables = { INTEGR8S_ENVIRONMENT = 'production' }"
    secrets = "b.secrets = ['SECRET_KEY', 'MONGO_USER', 'MONGO_PASSWORD']"
    write("pyproject.toml", f"[tool.integr8s-conf.environments]\na = {{}}\n{table}\n{secrets}")
    report = json.loads(integr8s_conf("check", "--format", "json").out)
    assert [one["key"] for one in report["problems"]] == ["REDIS_PASSWORD"]
    assert report["warnings"] == []


def test_strict_refuses_what_warns(deployment: Path, write: Write) -> None:
    write(K8S, 'REDIS_PASSWORD = "hunter2-hunter2"')
    assert integr8s_conf("check").code == 0
    done = integr8s_conf("check", "--strict")
    assert done.code == 78
    assert done.out.startswith("8 combinations: 1 refused\n")
    assert "1 problem in the configuration" in done.out
    assert "warning" not in done.out


def test_problems_of_other_sections_are_left_out(deployment: Path, write: Write) -> None:
    write(K8S, "REDIS_DB = -1\nWEB_TIMEOUT = -1\n")
    done = integr8s_conf("check", "--section", "redis")
    assert "valid, 7 keys" in done.out
    assert "WEB_TIMEOUT" not in done.out
    assert integr8s_conf("check", "--section", "kafka").code == 0


def test_base_file_without_others_is_told_in_a_line(write: Write) -> None:
    write("config.toml", "")
    assert integr8s_conf("check").out == "config.toml: valid, 85 keys\n"


def test_narrow_terminal_folds_the_files_alone(edit: Callable[..., None], write: Write) -> None:
    edit('REDIS_PASSWORD = "hunter2-hunter2"', "REDIS_DB = -1")
    write("pyproject.toml", "[tool.integr8s-conf.environments.production]\n")
    done = on_terminal(60, "check")
    assert done.code == 78
    table = plain(done.out).split("\n\n")[0].splitlines()
    assert max(map(len, table)) <= 60
    assert table[1].split() == ["files", "environment", "problems", "warnings"]
    assert [line.split()[-3:] for line in table[2:] if "production" in line] == [
        ["production", "1", "1"]
    ] * 7
    files = "".join(line[: table[1].index("environment")].strip() for line in table[2:])
    assert "config.saga-orchestrator.toml" in files


def test_no_color_is_heeded(deployment: Path) -> None:
    assert "\x1b" in on_terminal(80, "check").out
    assert "\x1b" not in on_terminal(80, "check", NO_COLOR="1").out


def test_escapes_in_names_of_files_are_escaped(deployment: Path) -> None:
    (deployment / "config.\x1b[31m.toml").write_text("REDIS_DB = -1\n")
    for form in ("text", "json", "sarif", "github"):
        done = integr8s_conf("check", "--format", form)
        assert done.code == 78
        assert "\x1b" not in done.out
