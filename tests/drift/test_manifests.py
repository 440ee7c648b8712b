"""Which files are read, how they belong together, and what cannot be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Drift, Found

pytestmark = pytest.mark.usefixtures("mail")

POD = """
apiVersion: v1
kind: Pod
metadata: {name: app}
spec:
  containers:
    - name: app
      image: acme/app
      env:
        - {name: MAIL_TOKEN, valueFrom: {secretKeyRef: {name: s, key: MAIL_TOKEN}}}
        - {name: INTEGR8S_MAIL_PORT, value: "2525"}
"""

SERVICE = "services:\n  app:\n    build: .\n    environment: [MAIL_TOKEN]\n"


def test_the_usual_places_are_read_without_a_name(write: Write, drift: Drift) -> None:
    write("compose.yaml", SERVICE)
    write("Dockerfile", "FROM python:3.12\nCOPY config.toml /app/\n")
    write("deploy/pod.yml", POD)
    write("deploy/values.yml", "image: x\n")
    write(".github/workflows/ci.yml", "on: [push]\njobs: {t: {steps: [{run: pytest}]}}\n")
    said = json.loads(drift("--format", "json").stdout)
    assert said["files"] == [
        "Dockerfile",
        "compose.yaml",
        ".github/workflows/ci.yml",
        "deploy/pod.yml",
    ]
    assert [one["name"] for one in said["workloads"]][1:] == ["app", "app"]


def test_a_dockerfile_that_a_service_is_built_from_is_read_with_it(
    write: Write, found: Found
) -> None:
    write("docker/app.Dockerfile", "FROM python:3.12\nENV MAIL_HOST=x INTEGR8S_MAIL_PORT=1\n")
    build = "build: {context: ., dockerfile: docker/app.Dockerfile}"
    write("compose.yml", SERVICE.replace("build: .", build))
    assert found("compose.yml") == [
        ("unread-variable", "MAIL_HOST", "docker/app.Dockerfile:2"),
        ("differing-default", "MAIL_PORT", "docker/app.Dockerfile:2"),
    ]


def test_an_argument_of_a_build_is_no_variable_of_the_process(write: Write, found: Found) -> None:
    write("Dockerfile", "FROM python:3.12\nARG MAIL_HOST=x\nARG PORT=1\nCOPY config.toml /a/\n")
    write("compose.yml", SERVICE)
    assert found() == []
    write("Dockerfile", "FROM python:3.12\nARG PORT=1\nENV INTEGR8S_MAIL_PORT=$PORT\n")
    assert found() == [("differing-default", "MAIL_PORT", "Dockerfile:3")]


def test_a_secret_in_a_manifest_of_kubernetes(write: Write, found: Found) -> None:
    stored = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  MAIL_TOKEN: %s\n"
    write("k8s/pod.yml", POD)
    write("k8s/secret.yml", stored % "hunter2")
    assert found() == [("plain-secret", "MAIL_TOKEN", "k8s/secret.yml:5")]
    for empty in ("''", "${MAIL_TOKEN}", "<path:vault/mail#token>"):
        write("k8s/secret.yml", stored % empty)
        assert found() == []


def test_an_override_of_compose_is_read_on_top(write: Write, found: Found) -> None:
    base = "services: {app: {image: a/b, volumes: ['./config.toml:/a/config.toml']}}\n"
    write("docker-compose.yml", base)
    assert found() == [("secret-not-passed", "MAIL_TOKEN", "docker-compose.yml:1")]
    write("docker-compose.override.yml", "services: {app: {environment: [MAIL_TOKEN]}}\n")
    assert found() == []


def test_what_only_some_runs_of_compose_have_is_no_alarm(write: Write, found: Found) -> None:
    base = "services: {app: {image: a/b, volumes: ['./config.toml:/a/config.toml']}}\n"
    write("compose.yml", base)
    write("compose.prod.yml", "services: {app: {environment: {MAIL_TOKEN: '${T}'}}}\n")
    assert found() == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("services: [\n", "compose.yml:2"),
        ("services:\n  a: {{ .Values.app }}\n", "compose.yml:2"),
        ("a: 1\na: 2\n", "compose.yml:2"),
        ("services: &a\n  b: *a\n", "compose.yml:1"),
        ("services:\n\ta: 1\n", "compose.yml:2"),
    ],
)
def test_what_cannot_be_read_has_a_place(write: Write, found: Found, text: str, place: str) -> None:
    write("compose.yml", text)
    assert found() == [("unreadable-manifest", None, place)]


def test_bytes_that_are_no_text(write: Write, drift: Drift) -> None:
    write("compose.yml", "").write_bytes(b"services: \xff\n")
    done = drift()
    assert done.exit_code == 1
    assert "not UTF-8" in done.stdout


@pytest.mark.parametrize("words", [(), ("nowhere.yml",), ("config.toml",), ("-w", "x")])
def test_bad_usage(drift: Drift, words: tuple[str, ...]) -> None:
    assert drift(*words).exit_code == 2


def test_a_workload_that_there_is_none_of(write: Write, drift: Drift) -> None:
    write("compose.yml", SERVICE)
    done = drift("--workload", "ap")
    assert done.exit_code == 2
    assert "did you mean app?" in done.stderr


def test_a_refused_configuration(write: Write, drift: Drift) -> None:
    write("config.toml", "MAIL_PORT = \n")
    write("compose.yml", SERVICE)
    assert drift().exit_code == 78
