"""Names that Kubernetes refuses: an RFC 1123 label has lower-case letters, digits, hyphens."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration("upper-case", line='K8S_NAMESPACE = "Integr8sCode"', wanted="RFC 1123"),
    Misconfiguration("underscore", line='K8S_NAMESPACE = "integr8s_code"', wanted="RFC 1123"),
    Misconfiguration("dot", line='K8S_NAMESPACE = "integr8s.code"', wanted="RFC 1123"),
    Misconfiguration("leading-hyphen", line='K8S_NAMESPACE = "-integr8s"', wanted="RFC 1123"),
    Misconfiguration("trailing-hyphen", line='K8S_NAMESPACE = "integr8s-"', wanted="RFC 1123"),
    Misconfiguration("blank-behind", line='K8S_NAMESPACE = "integr8scode "', wanted="RFC 1123"),
    Misconfiguration("line-break", line='K8S_NAMESPACE = "integr8scode\\n"', wanted="RFC 1123"),
    Misconfiguration("umlaut", line='K8S_NAMESPACE = "prüfung"', wanted="RFC 1123"),
    Misconfiguration("empty-namespace", line='K8S_NAMESPACE = ""', wanted="RFC 1123"),
    Misconfiguration(
        "64-characters", line=f'K8S_NAMESPACE = "{"n" * 64}"', wanted=("RFC 1123", "63")
    ),
    Misconfiguration(
        "priority-class-with-an-underscore",
        line='K8S_POD_PRIORITY_CLASS_NAME = "high_priority"',
        wanted="RFC 1123",
    ),
    Misconfiguration(
        "runtime-class-as-its-project-writes-it",
        line='K8S_POD_RUNTIME_CLASS_NAME = "gVisor"',
        wanted="RFC 1123",
    ),
    Misconfiguration(
        "namespace-in-a-variable",
        env={"INTEGR8S_K8S_NAMESPACE": "integr8scode/staging"},
        wanted="RFC 1123",
    ),
)
