"""TOML files that workloads are to read: those that no mount brings, and those that one hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Found

pytestmark = pytest.mark.usefixtures("mail")

COMPOSE = """
x-app: &app
  image: acme/app
  environment: &variables
    MAIL_TOKEN: ${MAIL_TOKEN}
    INTEGR8S_CONF_DIR: /etc/mail
services:
  sender:
    <<: *app
    environment:
      <<: *variables
      INTEGR8S_CONF_OVERRIDE: config.sender.toml
    working_dir: /app
    volumes:
      - ./config.toml:/etc/mail/config.toml
      - ./config.sender.toml:/etc/mail/config.sender.toml
  reader:
    <<: *app
    command: python -m reader --override /etc/mail/config.reader.toml
    volumes:
      - ./config.toml:/etc/mail/config.toml
      - ./config.reader.toml:/etc/mail/config.reader.toml
"""

KUBERNETES = """
apiVersion: v1
kind: ConfigMap
metadata: {name: files}
data:
  config.toml: |
    MAIL_HOST = "smtp"
  config.sender.toml: |
    MAIL_PORT = 26
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: sender}
spec:
  template:
    spec:
      containers:
        - name: sender
          image: acme/app
          env:
            - {name: INTEGR8S_CONF_DIR, value: /etc/mail}
            - {name: INTEGR8S_CONF_OVERRIDE, value: /etc/mail/config.sender.toml}
            - {name: MAIL_TOKEN, valueFrom: {secretKeyRef: {name: s, key: token}}}
          volumeMounts:
            - {name: files, mountPath: /etc/mail}
      volumes:
        - {name: files, configMap: {name: files}}
"""


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("      - ./config.sender.toml:/etc/mail/config.sender.toml\n", "", "compose.yml:12"),
        ("/etc/mail/config.sender.toml", "/etc/other/config.sender.toml", "compose.yml:12"),
        ("./config.sender.toml:", "./config.sendr.toml:", "compose.yml:12"),
        ("      - ./config.reader.toml:/etc/mail/config.reader.toml\n", "", "compose.yml:17"),
    ],
)
def test_an_override_that_no_mount_of_compose_brings(
    write: Write, found: Found, old: str, new: str, place: str
) -> None:
    write("compose.yml", COMPOSE)
    assert found() == []
    write("compose.yml", COMPOSE.replace(old, new))
    assert found() == [("override-not-mounted", None, place)]


MOUNT_OF_SENDER = """\
      - ./config.toml:/etc/mail/config.toml
      - ./config.sender.toml"""


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (MOUNT_OF_SENDER, "      - ./config.sender.toml", ["compose.yml:6"]),
        ("INTEGR8S_CONF_DIR: /etc/mail", "INTEGR8S_CONF_FILE: /etc/main.toml", ["compose.yml:6"]),
        (MOUNT_OF_SENDER, "      - .:/etc/mail\n      - ./config.sender.toml", []),
        ("INTEGR8S_CONF_DIR: /etc/mail", "INTEGR8S_CONF_DIR: ${FOLDER}", []),
    ],
)
def test_a_base_file_that_no_mount_of_compose_brings(
    write: Write, found: Found, old: str, new: str, places: list[str]
) -> None:
    write("compose.yml", COMPOSE.replace(old, new))
    places_found = [place for rule, _, place in found() if rule == "base-not-mounted"]
    assert sorted(set(places_found)) == places


def test_a_base_file_that_a_config_map_has_by_another_name(write: Write, found: Found) -> None:
    write("k8s.yml", KUBERNETES.replace("  config.toml: |", "  main.toml: |"))
    assert found("k8s.yml") == [("base-not-mounted", None, "k8s.yml:21")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      - ./config.toml:/etc/mail/config.toml\n", "      - .:/etc/mail\n"),
        ("- ./config.sender.toml:/etc/mail/config.sender.toml", "- files:/etc/mail"),
        ("INTEGR8S_CONF_OVERRIDE: config.sender.toml", "INTEGR8S_CONF_OVERRIDE: ${OVERRIDE}"),
    ],
)
def test_an_override_that_may_be_there(write: Write, found: Found, old: str, new: str) -> None:
    write("compose.yml", COMPOSE.replace(old, new))
    assert found() == []


def test_an_override_that_the_image_brings(write: Write, found: Found) -> None:
    without = COMPOSE.replace("      - ./config.sender.toml:/etc/mail/config.sender.toml\n", "")
    write("compose.yml", without.replace("  image: acme/app\n", "  build: .\n", 1))
    write("Dockerfile", "FROM python:3.12\nCOPY config.*.toml /etc/mail/\n")
    assert found() == []
    write("Dockerfile", "FROM python:3.12\nCOPY config.reader.toml /etc/mail/\n")
    assert found() == [("override-not-mounted", None, "compose.yml:12")]


def test_an_override_that_nothing_uses(write: Write, found: Found) -> None:
    write("config.archiver.toml", "MAIL_PORT = 28\n")
    write("compose.yml", COMPOSE)
    assert found() == [("override-not-mounted", None, "config.archiver.toml")]


def test_an_override_that_a_config_map_lacks(write: Write, found: Found) -> None:
    write("k8s.yml", KUBERNETES)
    assert found("k8s.yml") == []
    write("k8s.yml", KUBERNETES.replace("  config.sender.toml: |", "  config.sendr.toml: |"))
    assert found("k8s.yml") == [("override-not-mounted", None, "k8s.yml:22")]


def test_a_config_map_that_is_not_at_hand(write: Write, found: Found) -> None:
    write("k8s.yml", KUBERNETES.partition("---")[2])
    assert found("k8s.yml") == []


def test_a_file_of_a_volume_that_a_sub_path_hides(write: Write, found: Found) -> None:
    over = "- {name: more, mountPath: /etc/mail/config.sender.toml, subPath: config.toml}"
    more = "- {name: more, configMap: {name: files}}"
    text = KUBERNETES.replace(
        "      volumes:\n", f"            {over}\n      volumes:\n        {more}\n"
    )
    write("k8s.yml", text)
    assert found("k8s.yml") == [("hidden-mount", None, "k8s.yml:26")]
    write("k8s.yml", text.replace("/etc/mail/config.sender.toml, sub", "/etc/mail/other.toml, sub"))
    assert found("k8s.yml") == []


def test_the_nearest_mount_decides(write: Write, found: Found) -> None:
    folder = write("empty/other.toml", "").parent.name
    write("compose.yml", COMPOSE.replace("  reader:\n", "      - .:/etc\n  reader:\n"))
    assert found() == []
    nearest = f"      - .:/etc\n      - ./{folder}:/etc/mail\n  reader:\n"
    lost = COMPOSE.replace("      - ./config.sender.toml:/etc/mail/config.sender.toml\n", "")
    write("compose.yml", lost.replace("  reader:\n", nearest))
    assert found() == [("override-not-mounted", None, "compose.yml:12")]


def test_two_mounts_of_one_path(write: Write, found: Found) -> None:
    more = "      - ./config.reader.toml:/etc/mail/config.toml\n"
    write("compose.yml", COMPOSE.replace("  reader:\n", f"{more}  reader:\n"))
    assert found() == [("hidden-mount", None, "compose.yml:17")]


@pytest.mark.parametrize(
    "other",
    [
        "      INTEGR8S_CONF_FILE: tested.toml\n",
        "    volumes: [./config.toml:/x/config.toml, ./tested.toml:/etc/mail/config.toml]\n",
    ],
)
def test_defaults_of_another_base_file_are_not_compared(
    write: Write, found: Found, other: str
) -> None:
    write("tested.toml", "MAIL_HOST = 'other'\nMAIL_PORT = 1\n")
    variables = "      INTEGR8S_MAIL_HOST: smtp\n      MAIL_TOKEN: ${T}\n"
    head = "services:\n  app:\n    image: acme/app\n    environment:\n"
    write("compose.yml", f"{head}{variables}")
    assert found() == [("repeated-default", "MAIL_HOST", "compose.yml:5")]
    write("compose.yml", f"{head}{variables}{other}")
    assert found() == []


def test_a_container_beside_that_has_the_files_needs_no_secrets(write: Write, found: Found) -> None:
    beside = "        - {name: reload, image: x/r, volumeMounts: [{name: files, mountPath: /f}]}\n"
    write("k8s.yml", KUBERNETES.replace("      volumes:\n", f"{beside}      volumes:\n"))
    assert found("k8s.yml") == []
