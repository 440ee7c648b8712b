"""What Kubernetes manifests give to their containers, at which lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from integr8s_conf.manifests.read import read_manifests

if TYPE_CHECKING:
    from pathlib import Path

    from integr8s_conf.manifests.manifest import Manifest, Workload

    from ..conftest import Write


class Read(Protocol):
    def __call__(self, **files: str) -> tuple[Manifest, ...]: ...


@pytest.fixture
def read(write: Write, tmp_path: Path) -> Read:
    def run(**files: str) -> tuple[Manifest, ...]:
        for name, text in files.items():
            write(f"k8s/{name}.yaml", text)
        return read_manifests(["k8s"], str(tmp_path))

    return run


def _given(workload: Workload) -> dict[str, tuple[str, str | None, str]]:
    return {one.name: (one.supply, one.value, str(one.origin)) for one in workload.variables}


DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: app}
spec:
  template:
    spec:
      initContainers:
        - {name: migrate, image: x}
      containers:
        - name: app
          image: x
          workingDir: /app
          command: [run]
          args: [--fast]
          envFrom:
            - configMapRef: {name: conf}
              prefix: P_
          env:
            - name: A
              value: "1"
            - {name: B, valueFrom: {secretKeyRef: {name: s, key: k}}}
            - {name: C, valueFrom: {configMapKeyRef: {name: conf, key: C}}}
            - {name: D, valueFrom: {configMapKeyRef: {name: gone, key: D}}}
            - {name: E, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: F, value: "$(A)/x"}
          volumeMounts:
            - {name: conf, mountPath: /etc/app/}
            - {name: items, mountPath: /items}
            - {name: one, mountPath: /one.toml, subPath: one.toml}
            - {name: s, mountPath: /run/secrets}
            - {name: empty, mountPath: /tmp}
            - {name: disk, mountPath: /disk}
            - {name: both, mountPath: /both}
      volumes:
        - {name: conf, configMap: {name: conf}}
        - {name: items, configMap: {name: gone, items: [{key: a, path: b.toml}]}}
        - {name: one, configMap: {name: gone}}
        - {name: s, secret: {secretName: s}}
        - {name: empty, emptyDir: {}}
        - {name: disk, persistentVolumeClaim: {claimName: disk}}
        - name: both
          projected: {sources: [{configMap: {name: conf}}, {secret: {name: s}}]}
"""
CONFIG = (
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\ndata:\n  C: sea\n  a.toml: A = 1\n"
)
SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {k: hunter2, e: ''}\n"


def _app(manifests: tuple[Manifest, ...]) -> Workload:
    return next(one for file in manifests for one in file.workloads if one.name == "app")


def test_variables_of_every_kind(read: Read) -> None:
    app = _app(read(app=DEPLOYMENT, conf=CONFIG, secret=SECRET))
    assert _given(app) == {
        "P_C": ("literal", "sea", "k8s/conf.yaml:5"),
        "P_a.toml": ("literal", "A = 1", "k8s/conf.yaml:6"),
        "A": ("literal", "1", "k8s/app.yaml:20"),
        "B": ("secret", None, "k8s/app.yaml:22"),
        "C": ("literal", "sea", "k8s/app.yaml:23"),
        "D": ("config", None, "k8s/app.yaml:24"),
        "E": ("unknown", None, "k8s/app.yaml:25"),
        "F": ("unknown", None, "k8s/app.yaml:26"),
    }
    assert (app.folder, app.command, app.open) == ("/app", ("run", "--fast"), False)


def test_mounts_of_every_kind(read: Read) -> None:
    app = _app(read(app=DEPLOYMENT, conf=CONFIG, secret=SECRET))
    assert [(one.target, one.files, one.sub_path, one.secret) for one in app.mounts] == [
        ("/etc/app", ("C", "a.toml"), None, False),
        ("/items", ("b.toml",), None, False),
        ("/one.toml", None, "one.toml", False),
        ("/run/secrets", ("k", "e"), None, True),
        ("/tmp", (), None, False),
        ("/disk", None, None, False),
        ("/both", ("C", "a.toml", "k", "e"), None, True),
    ]


def test_what_is_in_no_file_is_not_guessed(read: Read) -> None:
    app = _app(read(app=DEPLOYMENT))
    assert app.open
    assert app.mounts[0].files is None


def test_values_of_secrets_are_not_kept(read: Read) -> None:
    manifests = read(app=DEPLOYMENT, secret=SECRET)
    stored = [one for file in manifests for one in file.stored]
    assert [(one.name, str(one.origin), one.value) for one in stored] == [
        ("k", "k8s/secret.yaml:4", None)
    ]
    every = [one for file in manifests for work in file.workloads for one in work.variables]
    assert "hunter2" not in str([tuple(one) for one in every])


def test_a_config_map_of_two_folders_is_the_nearest_one(read: Read, write: Write) -> None:
    write("k8s/prod/app.yaml", DEPLOYMENT)
    write("k8s/prod/conf.yaml", CONFIG.replace("sea", "ocean"))
    write("k8s/dev/conf.yaml", CONFIG)
    app = _app(read())
    assert app.variables[0].value == "ocean"


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("Pod", "spec: %s"),
        ("StatefulSet", "spec: {template: {spec: %s}}"),
        ("DaemonSet", "spec: {template: {spec: %s}}"),
        ("Job", "spec: {template: {spec: %s}}"),
        ("CronJob", "spec: {jobTemplate: {spec: {template: {spec: %s}}}}"),
    ],
)
def test_every_kind_that_runs_containers(read: Read, kind: str, way: str) -> None:
    head = f"apiVersion: v1\nkind: {kind}\nmetadata: {{name: app}}\n"
    (manifest,) = read(app=head + way % "{containers: [{name: c, image: x}]}")
    assert [one.name for one in manifest.workloads] == ["app/c"]


def test_lists_and_streams(read: Read) -> None:
    pod = "{apiVersion: v1, kind: Pod, metadata: {name: %s}, spec: {containers: [{image: x}]}}"
    listed = f"apiVersion: v1\nkind: List\nitems:\n  - {pod % 'one'}\n  - {pod % 'two'}\n"
    (manifest,) = read(app=f"{listed}---\n---\n{pod % 'three'}\n")
    found = [(one.name, one.origin.line) for one in manifest.workloads]
    assert found == [("one", 4), ("two", 5), ("three", 8)]


def test_a_patch_may_give_more(read: Read) -> None:
    patch = DEPLOYMENT.replace("          image: x\n", "").replace("conf", "other")
    app = _app(read(app=DEPLOYMENT, conf=CONFIG, secret=SECRET, patch=patch))
    assert app.open


def test_generators_of_kustomize(read: Read, write: Write) -> None:
    write("k8s/a.toml", "A = 1\n")
    write("k8s/more.env", "C=see\n")
    write(
        "k8s/kustomization.yaml",
        "configMapGenerator:\n- name: conf\n  files: [a.toml, b.toml=a.toml]\n  envs: [more.env]\n",
    )
    app = _app(read(app=DEPLOYMENT))
    assert app.mounts[0].files == ("a.toml", "b.toml", "C")
    assert _given(app)["C"] == ("literal", "see", "k8s/app.yaml:23")


def test_a_config_map_that_may_be_one_of_two_is_not_guessed(read: Read, write: Write) -> None:
    write("k8s/prod/conf.yaml", CONFIG.replace("sea", "ocean"))
    write("k8s/dev/conf.yaml", CONFIG)
    app = _app(read(app=DEPLOYMENT))
    assert _given(app)["C"] == ("config", None, "k8s/app.yaml:23")
    assert app.open
