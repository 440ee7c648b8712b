"""Pods that run what users write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kubernetes import config as kubernetes_config

if TYPE_CHECKING:
    from integr8s_conf import Settings


@dataclass
class PodBuilder:
    """Builds the pod of an execution."""

    settings: Settings

    def connect(self) -> None:
        """Load the cluster's configuration."""
        kubernetes_config.load_kube_config(self.settings.KUBERNETES_CONFIG_PATH)

    @property
    def certificate(self) -> str | None:
        """The cluster's certificate authority."""
        return getattr(self.settings, "KUBERNETES_CA_CERTIFICATE_PATH", None)

    def resources(self) -> dict[str, dict[str, str]]:
        """Return what a pod may use."""
        limits = {
            "cpu": self.settings.K8S_POD_CPU_LIMIT,
            "memory": self.settings.K8S_POD_MEMORY_LIMIT,
        }
        requests = {
            "cpu": self.settings["K8S_POD_CPU_REQUEST"],
            "memory": self.settings["K8S_POD_MEMORY_REQUEST"],
        }
        return {"limits": limits, "requests": requests}

    def pod(self) -> dict[str, Any]:
        """Return the manifest of a pod."""
        spec = {
            "activeDeadlineSeconds": self.settings.K8S_POD_EXECUTION_TIMEOUT,
            "priorityClassName": self.settings.K8S_POD_PRIORITY_CLASS_NAME,
            "runtimeClassName": self.settings.K8S_POD_RUNTIME_CLASS_NAME,
            "containers": [{"image": self.settings.EXECUTOR_IMAGE, "resources": self.resources()}],
        }
        return {"metadata": {"namespace": self.settings.K8S_NAMESPACE}, "spec": spec}
