"""``doctor`` looks over files, secrets, plugins and variables, however broken they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from .commands import integr8s_conf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Stranger, Write


def report(code: int, **variables: str) -> dict[str, Any]:
    done = integr8s_conf("doctor", "--format", "json", **variables)
    assert (done.code, done.err) == (code, "")
    return json.loads(done.out)  # type: ignore[no-any-return]


def files(found: dict[str, Any]) -> dict[str, tuple[str, str, str]]:
    return {one["name"]: (one["what"], one["state"], one["mode"]) for one in found["files"]}


def grades(found: dict[str, Any]) -> dict[str, str]:
    return {one["key"]: one["grade"] for one in found["secrets"]}


def test_development_is_healthy(deployment: Path) -> None:
    found = report(0)
    assert found["valid"] is True
    assert set(grades(found).values()) == {"development"}


def test_each_file_is_listed_with_its_permissions(deployment: Path) -> None:
    (deployment / ".env").touch(0o600)
    (deployment / "pyproject.toml").touch(0o644)
    found = files(report(0))
    assert found[".env"] == ("env file", "read", "0600")
    assert found["pyproject.toml"] == ("project file", "read", "0644")
    assert found["config.pod-monitor.toml"][:2] == ("override", "read")
    assert found["config.test.toml"][:2] == ("base file", "read")


def test_file_that_everyone_can_write_needs_care(deployment: Path) -> None:
    (deployment / "config.toml").chmod(0o666)
    assert files(report(1))["config.toml"][2] == "0666"


def test_broken_file_is_named_with_its_line(edit: Callable[..., None]) -> None:
    edit("REDIS_DB = = 1")
    found = report(1)
    assert files(found)["config.toml"][1] == "no TOML: line 75"
    assert found["valid"] is False


def test_missing_file_is_named(deployment: Path) -> None:
    (deployment / "config.toml").unlink()
    found = report(1)
    assert files(found)["config.toml"] == ("base file", "there is no such file", None)


def test_directory_in_place_of_a_file(deployment: Path) -> None:
    (deployment / "config.toml").unlink()
    (deployment / "config.toml").mkdir()
    assert files(report(1))["config.toml"][1] == "a directory"


def test_secrets_are_graded_by_where_they_come_from(edit: Callable[..., None]) -> None:
    edit('MONGO_PASSWORD = "hunter2"')
    found = report(1, SECRET_KEY="hunter2" * 5, INTEGR8S_ENVIRONMENT="staging")
    assert grades(found) == {
        "SECRET_KEY": "good",
        "MONGO_USER": "development",
        "MONGO_PASSWORD": "weak",
        "REDIS_PASSWORD": "development",
    }
    assert "hunter2" not in json.dumps(found)


@pytest.mark.parametrize(("mode", "code", "grade"), [(0o400, 0, "good"), (0o644, 1, "weak")])
def test_secret_file_is_graded_by_its_mode(
    mode: int, code: int, grade: str, deployment: Path
) -> None:
    (deployment / "password").write_text("hunter2")
    (deployment / "password").chmod(mode)
    found = report(code, REDIS_PASSWORD_FILE="password")
    assert grades(found)["REDIS_PASSWORD"] == grade
    (secret,) = [one for one in found["secrets"] if one["key"] == "REDIS_PASSWORD"]
    assert secret["source"] == "password"


def test_secret_that_is_required_and_not_set_is_missing(
    deployment: Path, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_PASSWORD: str = setting(description="a", secret=True)
            MAIL_TOKEN: str | None = setting(None, "a", secret=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    found = grades(report(1))
    assert (found["MAIL_PASSWORD"], found["MAIL_TOKEN"]) == ("missing", "good")


def test_variable_that_nothing_reads_is_named(deployment: Path) -> None:
    found = report(1, INTEGR8S_REDIS_PRT="1", INTEGR8S_CONF_DIRR="x", REDIS_PRT="2")
    assert found["unread"] == ["INTEGR8S_CONF_DIRR", "INTEGR8S_REDIS_PRT"]


def test_broken_plugin_is_named_and_the_rest_is_looked_over(
    deployment: Path, stranger: Stranger
) -> None:
    stranger("import nowhere_at_all")
    found = report(1)
    assert found["plugins"]["mail"] == "failed"
    assert found["plugins"]["core"] == "loaded"
    assert len(found["files"]) == 8
    text = integr8s_conf("doctor")
    assert text.code == 1
    assert "plugins: 11 loaded, 0 blocked, 1 failed (mail)" in text.out


def test_plugin_that_is_not_on_the_list_is_named(
    deployment: Path, stranger: Stranger, write: Write
) -> None:
    stranger("import nowhere_at_all")
    write("pyproject.toml", "[tool.integr8s-conf]\nplugins = []\n")
    assert report(1)["plugins"]["mail"] == "failed"
    stranger(
        "from integr8s_conf import hookimpl\n@hookimpl\ndef integr8s_sections(): return []", "fax"
    )
    text = integr8s_conf("doctor").out
    assert "plugins: 11 loaded, 1 unlisted (fax), 0 blocked, 1 failed (mail)" in text


def test_versions_are_told(deployment: Path) -> None:
    assert set(report(0)["versions"]) == {
        "integr8s-conf",
        "dynaconf",
        "pluggy",
        "python-dotenv",
        "Python",
    }
