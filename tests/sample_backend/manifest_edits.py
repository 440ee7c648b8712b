"""The manifests of the sample backend, and lines that are put into them."""

from __future__ import annotations

from .case import Edit

COMPOSE = "docker-compose.yml"
BACKEND = "deploy/k8s/backend.yaml"
KUSTOMIZATION = "deploy/k8s/kustomization.yaml"
UNIT = "deploy/systemd/event-replay.service"
CI = ".github/workflows/ci.yml"

PORTS = '    ports: ["443:443"]\n'
"""What stands behind the environment of the backend in the Compose file."""

MOUNTS = "          volumeMounts:\n"
"""What stands behind the environment of the backend in Kubernetes."""

LOG_LEVEL = "      INTEGR8S_LOG_LEVEL: ERROR\n"
"""The environment of the job that tests."""


def in_compose(*lines: str) -> Edit:
    """Return lines at the end of the backend's environment: they begin in line 45."""
    return Edit(COMPOSE, PORTS, "".join(f"      {line}\n" for line in lines) + PORTS)


def in_kubernetes(name: str, value: str) -> Edit:
    """Return a variable at the end of the backend's environment, in line 37."""
    variable = f"            - name: {name}\n              value: {value}\n"
    return Edit(BACKEND, MOUNTS, variable + MOUNTS)


def in_dockerfile(line: str) -> Edit:
    """Return a line of the last stage, the 20th."""
    return Edit("Dockerfile", "USER app\n", f"{line}\nUSER app\n")


def in_tests(line: str) -> Edit:
    """Return a line of the environment of the job that tests, the 20th."""
    return Edit(CI, LOG_LEVEL, f"{LOG_LEVEL}      {line}\n")
