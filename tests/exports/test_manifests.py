"""Manifests give each process the TOML files as a folder, and the secrets by reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import kubernetes_validate
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from integr8s_conf.export.yaml_text import Block, yaml_text

from ..command_line.commands import SETTINGS, integr8s_conf
from .exported import ODD, exported, golden
from .started import expected, started

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger, Write

SECRETS = {
    "SECRET_KEY": "a" * 32,
    "MONGO_USER": "user",
    "MONGO_PASSWORD": "p@ss",
    "REDIS_PASSWORD": "secret",
}


def _documents(text: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(text))


def test_of_the_reference_deployment() -> None:
    assert exported("k8s") == golden("manifests.yaml")


@pytest.mark.parametrize("version", ["1.28", "1.31"])
def test_it_is_valid_by_the_schemas_of_kubernetes(version: str) -> None:
    documents = _documents(exported("k8s"))
    kinds = [document["kind"] for document in documents]
    assert kinds == ["ConfigMap", "Secret", *["Deployment"] * 7]
    for document in documents:
        assert kubernetes_validate.validate(document, version, strict=True) == version


def test_the_config_map_holds_the_files_byte_for_byte() -> None:
    files = _documents(exported("k8s"))[0]["data"]
    own = {path.name for path in SETTINGS.glob("*.toml")} - {"config.test.toml"}
    assert files.keys() == own
    for name, text in files.items():
        assert text.encode() == (SETTINGS / name).read_bytes()


@given(st.text())
def test_a_block_of_text_keeps_every_character(text: str) -> None:
    assert yaml.safe_load(yaml_text({"a": Block(text)})) == {"a": text}


@given(st.text("# =\n\r\t\x85\u2028a:-'\""))
def test_a_block_of_text_keeps_its_lines(text: str) -> None:
    assert yaml.safe_load(yaml_text({"a": Block(text)})) == {"a": text}


def test_the_secret_has_names_and_no_values() -> None:
    secret = _documents(exported("k8s", "--name", "shop"))[1]
    assert (secret["metadata"]["name"], secret["type"]) == ("shop-secrets", "Opaque")
    assert secret["stringData"] == dict.fromkeys(SECRETS, "")


@pytest.mark.parametrize("worker", [None, "k8s-worker"])
def test_a_pod_resolves_as_its_worker(worker: str | None, tmp_path: Path) -> None:
    config_map, secret, *deployments = _documents(exported("k8s"))
    name = f"backend-{worker}" if worker else "backend"
    [pod] = [
        one["spec"]["template"]["spec"] for one in deployments if one["metadata"]["name"] == name
    ]
    [container], [volume] = pod["containers"], pod["volumes"]
    assert volume["configMap"] == {"name": config_map["metadata"]["name"]}
    [mount] = container["volumeMounts"]
    assert mount["readOnly"]
    assert "subPath" not in mount
    root = tmp_path / "root"
    folder = root / mount["mountPath"].lstrip("/")
    folder.mkdir(parents=True)
    for file, text in config_map["data"].items():
        (folder / file).write_text(text, encoding="utf-8", newline="")
    variables = {one["name"]: _value(one, secret, root) for one in container["env"]}
    wanted = expected(worker, ENVIRONMENT="production", **SECRETS)
    assert started(tmp_path, variables) == wanted


def _value(variable: dict[str, Any], secret: dict[str, Any], root: Path) -> str:
    if "value" in variable:
        text: str = variable["value"]
        return f"{root}{text}" if text.startswith("/") else text
    reference = variable["valueFrom"]["secretKeyRef"]
    assert reference["name"] == secret["metadata"]["name"]
    assert reference["key"] in secret["stringData"]
    return SECRETS[reference["key"]]


def test_a_required_secret_must_be_there(stranger: Stranger, write: Write) -> None:
    stranger(ODD, name="odd")
    write("config.toml", "")
    deployment = _documents(integr8s_conf("export", "k8s", INTEGR8S_CONF_PLUGINS="odd").out)[2]
    [container] = deployment["spec"]["template"]["spec"]["containers"]
    env = {one["name"]: one for one in container["env"]}
    assert "optional" not in env["ODD_TOKEN"]["valueFrom"]["secretKeyRef"]
    assert env["ODD_PASSWORD"]["valueFrom"]["secretKeyRef"]["optional"] is True
    assert "INTEGR8S_ENVIRONMENT" not in env


@pytest.mark.parametrize("name", ["", "Backend", "-a", "a.b", "a" * 64, "a\n"])
def test_a_name_that_kubernetes_refuses_is_bad_usage(name: str, write: Write) -> None:
    write("config.toml", "")
    done = integr8s_conf("export", "k8s", f"--name={name}")
    assert (done.code, done.out) == (2, "")
    assert f"{name!r} is no name of a Kubernetes object" in done.err


def test_a_name_that_is_too_long_with_what_follows_is_bad_usage(write: Write) -> None:
    write("config.toml", "")
    done = integr8s_conf("export", "k8s", "--name", "a" * 60)
    assert (done.code, done.out) == (2, "")
    assert f"'{'a' * 60}-secrets' is no name of a Kubernetes object" in done.err


def test_files_that_are_too_large_together_are_a_problem(write: Write) -> None:
    for name in ("config.toml", "config.a.toml"):
        write(name, f"# {'x' * 600_000}\n")
    done = integr8s_conf("export", "k8s")
    assert (done.code, done.out) == (78, "")
    assert "at most 1 MiB, which a ConfigMap holds" in done.err
