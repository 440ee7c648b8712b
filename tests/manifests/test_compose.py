"""What a Compose file gives to its services, at which lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from integr8s_conf.manifests.compose import read_compose
from integr8s_conf.manifests.interpolation import BadInterpolationError, interpolate

if TYPE_CHECKING:
    from integr8s_conf.manifests.manifest import Workload

    from ..conftest import Write


class Services(Protocol):
    def __call__(self, text: str) -> dict[str, Workload]: ...


@pytest.fixture
def services(write: Write) -> Services:
    def read(text: str) -> dict[str, Workload]:
        manifest = read_compose("compose.yml", str(write("compose.yml", text)))
        assert manifest.problems == ()
        return {one.name: one for one in manifest.workloads}

    return read


def _given(workload: Workload) -> dict[str, tuple[str, str | None, str]]:
    return {one.name: (one.supply, one.value, str(one.origin)) for one in workload.variables}


def test_environment_as_a_mapping_and_as_a_list(services: Services) -> None:
    found = services("""
services:
  one:
    image: x
    environment:
      TEXT: text
      YES: True
      PORT: 8000
      HOST:
      ASKED: ${ASKED}
      OR: ${OR:-else}
  two:
    image: x
    environment: [TEXT=a=b, HOST, "PRICE=$$5"]
""")
    assert _given(found["one"]) == {
        "TEXT": ("literal", "text", "compose.yml:6"),
        "YES": ("literal", "true", "compose.yml:7"),
        "PORT": ("literal", "8000", "compose.yml:8"),
        "HOST": ("host", None, "compose.yml:9"),
        "ASKED": ("host", None, "compose.yml:10"),
        "OR": ("host", "else", "compose.yml:11"),
    }
    assert _given(found["two"]) == {
        "TEXT": ("literal", "a=b", "compose.yml:14"),
        "HOST": ("host", None, "compose.yml:14"),
        "PRICE": ("literal", "$5", "compose.yml:14"),
    }


def test_merged_mappings_keep_the_line_of_each_value(services: Services) -> None:
    found = services("""
x-env: &env
  A: 1
  B: 2
services:
  one:
    image: x
    environment:
      <<: *env
      B: 3
""")
    assert _given(found["one"]) == {
        "A": ("literal", "1", "compose.yml:3"),
        "B": ("literal", "3", "compose.yml:10"),
    }


def test_env_files_are_below_the_environment(write: Write, services: Services) -> None:
    write("app.env", "A=1\n\nB=${X:-2}\nC\n")
    found = services("""
services:
  one: {image: x, env_file: app.env, environment: {A: 9}}
  two: {image: x, env_file: [{path: app.env, format: raw}]}
  three: {image: x, env_file: [app.env, gone.env]}
""")
    assert _given(found["one"]) == {
        "A": ("literal", "9", "compose.yml:3"),
        "B": ("host", "2", "app.env:3"),
        "C": ("host", None, "app.env:4"),
    }
    assert _given(found["two"])["B"] == ("literal", "${X:-2}", "app.env:3")
    assert [found[name].open for name in ("one", "two", "three")] == [False, False, True]


def test_the_projects_own_env_file_is_not_passed(write: Write, services: Services) -> None:
    write(".env", "DIR=conf\nSECRET=x\n")
    found = services("services: {one: {image: x, volumes: ['./${DIR}:/etc/x:ro']}}\n")
    assert found["one"].variables == ()
    assert str(found["one"].mounts[0].source).endswith("/conf")


def test_mounts_of_every_kind(services: Services, write: Write) -> None:
    folder = write("config.toml", "").parent
    found = services("""
services:
  one:
    image: x
    volumes: [./config.toml:/app/config.toml:ro, data:/data, {type: bind, source: ., target: /b/}]
    secrets: [token, {source: token, target: other}, {source: token, target: /abs}]
    configs: [{source: main, target: /etc/main.toml}]
    tmpfs: /tmp
secrets: {token: {file: ./token.txt}}
configs: {main: {file: ./config.toml}}
""")
    assert [(one.target, one.source, one.secret) for one in found["one"].mounts] == [
        ("/app/config.toml", f"{folder}/config.toml", False),
        ("/data", None, False),
        ("/b", str(folder), False),
        ("/run/secrets/token", f"{folder}/token.txt", True),
        ("/run/secrets/other", f"{folder}/token.txt", True),
        ("/abs", f"{folder}/token.txt", True),
        ("/etc/main.toml", f"{folder}/config.toml", False),
        ("/tmp", None, False),
    ]


def test_a_service_extends_one_of_its_file_or_of_another(write: Write, services: Services) -> None:
    write(
        "shared/common.yml", "services:\n  common:\n    image: x\n    environment: {A: 1, B: 2}\n"
    )
    found = services("""
services:
  one:
    extends: {file: shared/common.yml, service: common}
    environment: {B: 3}
  two: {extends: one, environment: {C: 4}}
""")
    assert _given(found["two"]) == {
        "A": ("literal", "1", "shared/common.yml:4"),
        "B": ("literal", "3", "compose.yml:5"),
        "C": ("literal", "4", "compose.yml:6"),
    }


def test_included_files_are_of_the_project(write: Write, services: Services) -> None:
    write("db/compose.yml", "services: {db: {image: x, volumes: ['./data:/data']}}\n")
    found = services("include: [db/compose.yml]\nservices: {app: {image: x}}\n")
    assert sorted(found) == ["app", "db"]
    assert str(found["db"].mounts[0].source).endswith("/db/data")
    assert str(found["db"].origin) == "db/compose.yml:1"


def test_commands_images_and_builds(services: Services, write: Write) -> None:
    folder = write("config.toml", "").parent
    found = services("""
services:
  one: {image: x, command: run "a b", entrypoint: [tini, --], working_dir: /app}
  two: {build: ./app}
  three: {build: {context: ., dockerfile: docker/Dockerfile, target: run, args: {A: 1}}}
  four: {build: https://example.com/x.git}
""")
    assert found["one"].command == ("tini", "--", "run", "a b")
    assert found["one"].folder == "/app"
    assert found["two"].dockerfile == f"{folder}/app/Dockerfile"
    assert (found["three"].dockerfile, found["three"].stage) == (
        f"{folder}/docker/Dockerfile",
        "run",
    )
    assert [(one.name, one.at_build) for one in found["three"].variables] == [("A", True)]
    assert found["four"].dockerfile is None


@pytest.mark.parametrize(
    "text",
    [
        "services: {one: {image: x, environment: {A: '${'}}}\n",
        "include: [gone.yml]\n",
        "services: {one: {extends: gone}}\n",
        "services: {one: {extends: one}}\n",
        "services: {one: {extends: {file: gone.yml, service: x}}}\n",
    ],
)
def test_what_cannot_be_followed_is_said(write: Write, text: str) -> None:
    manifest = read_compose("compose.yml", str(write("compose.yml", text)))
    assert manifest.problems != ()


@pytest.mark.parametrize(
    ("text", "names", "value", "default"),
    [
        ("plain", (), "plain", "plain"),
        ("$$A", (), "$A", "$A"),
        ("$A-x", ("A",), "1-x", None),
        ("${A}", ("A",), "1", None),
        ("${A:?no}", ("A",), "1", None),
        ("${B}", ("B",), None, None),
        ("${B:-x}", ("B",), "x", "x"),
        ("${E:-x}", ("E",), "x", "x"),
        ("${E-x}", ("E",), "", "x"),
        ("${A:+x}", ("A",), "x", ""),
        ("${E:+x}", ("E",), "", ""),
        ("${B:-${C:-d}}", ("B", "C"), "d", "d"),
        ("${B:-${A}}", ("B", "A"), "1", None),
        ("h${B:-x}t", ("B",), "hxt", "hxt"),
    ],
)
def test_interpolation(text: str, names: tuple[str, ...], value: str, default: str) -> None:
    assert tuple(interpolate(text, {"A": "1", "E": ""})) == (names, value, default)


@pytest.mark.parametrize("text", ["$", "a$ b", "${", "${A", "${}", "${A!x}", "${1}"])
def test_bad_interpolation(text: str) -> None:
    with pytest.raises(BadInterpolationError):
        interpolate(text, {})
