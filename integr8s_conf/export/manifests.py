"""Kubernetes manifests: the TOML files, the secrets' names, and a Deployment for each process."""

from __future__ import annotations

import re
from itertools import starmap
from typing import TYPE_CHECKING, Any

from ..problems import ConfigError, Problem
from ..sources.safe_file import LIMIT
from ..sources.variables import PREFIX
from .key_comment import comment
from .processes import FOLDER, processes_of
from .secret_names import secret_names
from .yaml_text import Block, yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..declare.catalogue import Catalogue
    from ..deployment.combination import Deployment
    from .processes import Process

_LABEL = re.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")

_HEADER = "The TOML files of the deployment, its secrets' names, and its processes."
_OF_SECRETS = """\
The values are empty, which counts as unset. Let a secret manager fill them in, or create the
Secret by kubectl: an empty one that is applied again unsets what was filled in.
"""


class UnfitNameError(Exception):
    """A name that no object of Kubernetes can have; the text says why."""


def manifests_text(catalogue: Catalogue, deployment: Deployment, *, name: str, image: str) -> str:
    """Return a ConfigMap of the TOML files, a Secret without values, and the Deployments.

    Raises:
        ConfigError: A TOML file cannot be read, or they are too large for a ConfigMap.
        UnfitNameError: The name, or one that begins with it, is no RFC 1123 label.

    """
    _name(name)
    processes = processes_of(deployment)
    secrets = secret_names(catalogue)
    env = [*_in_production(catalogue), *(_of_secret(name, *item) for item in secrets.items())]
    return "---\n".join(
        [
            _with_comment(_HEADER, _config_map(name, processes)),
            _with_comment(_OF_SECRETS, _secret(name, secrets)),
            *(yaml_text(_deployment(name, process, image, env)) for process in processes),
        ]
    )


def _with_comment(text: str, document: dict[str, Any]) -> str:
    return "\n".join([*comment(text), yaml_text(document)])


def _config_map(name: str, processes: Iterable[Process]) -> dict[str, Any]:
    files = {file.mounted: Block(file.text) for process in processes for file in process.files}
    size = sum(len(text.encode()) for text in files.values())
    if size > LIMIT:
        found, wanted = f"{size:,} bytes of TOML files", "at most 1 MiB, which a ConfigMap holds"
        raise ConfigError([Problem(None, found, wanted, hint="keep bulk data out of them")])
    return {**_head("v1", "ConfigMap", name, "config"), "data": files}


def _secret(name: str, secrets: Iterable[str]) -> dict[str, Any]:
    values = dict.fromkeys(secrets, "")
    return {**_head("v1", "Secret", name, "secrets"), "type": "Opaque", "stringData": values}


def _deployment(
    name: str, process: Process, image: str, env: Iterable[dict[str, Any]]
) -> dict[str, Any]:
    labels = {"app.kubernetes.io/name": name, "app.kubernetes.io/component": process.name}
    container = {
        "name": process.name,
        "image": image,
        "env": [*starmap(_variable, process.variables.items()), *env],
        "volumeMounts": [{"name": "config", "mountPath": FOLDER, "readOnly": True}],
    }
    pod = {
        # A Service whose name begins with integr8s would set variables that begin as ours do.
        "enableServiceLinks": False,
        "containers": [container],
        "volumes": [{"name": "config", "configMap": {"name": _name(name, "config")}}],
    }
    return {
        **_head("apps/v1", "Deployment", name, process.name if process.override else None),
        "spec": {
            "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": dict(labels)}, "spec": pod},
        },
    }


def _head(version: str, kind: str, *names: str | None) -> dict[str, Any]:
    return {"apiVersion": version, "kind": kind, "metadata": {"name": _name(*names)}}


def _name(*parts: str | None) -> str:
    name = "-".join(filter(None, parts))
    if not _LABEL.fullmatch(name):
        wanted = "at most 63 lower-case letters and digits, with hyphens between them"
        raise UnfitNameError(f"{name!r} is no name of a Kubernetes object: {wanted}")
    return name


def _variable(name: str, value: str) -> dict[str, Any]:
    return {"name": name, "value": value}


def _in_production(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    if "ENVIRONMENT" in catalogue.keys:
        yield _variable(f"{PREFIX}ENVIRONMENT", "production")


def _of_secret(name: str, secret: str, required: bool) -> dict[str, Any]:
    reference: dict[str, Any] = {"name": _name(name, "secrets"), "key": secret}
    if not required:
        reference["optional"] = True
    return {"name": secret, "valueFrom": {"secretKeyRef": reference}}
