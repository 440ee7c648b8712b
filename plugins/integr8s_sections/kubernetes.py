"""The Kubernetes cluster that executes code, and what a pod may use of it."""

import re
from fractions import Fraction
from functools import lru_cache

from integr8s_conf import Rule, Section, hookimpl, json_schema, rule, setting

# Kubernetes caps a number at 2**63 - 1; longer texts and exponents would only cost time and memory.
_LONGEST_QUANTITY = 100
_QUANTITY = (
    r"([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))"
    r"(?:([KMGTPE]i|[numkMGTPE])?|[eE]([+-]?0*[0-9]{1,3}))"
)
_ABOVE_ZERO = r"(?=\+?[0.]*[1-9])"
_quantity_schema = json_schema(pattern=f"^{_ABOVE_ZERO}{_QUANTITY}$", maxLength=_LONGEST_QUANTITY)
_SCALES = {
    **{suffix: Fraction(10) ** power for suffix, power in zip("num", (-9, -6, -3), strict=True)},
    **{suffix: Fraction(1000) ** power for power, suffix in enumerate("kMGTPE", 1)},
    **{f"{suffix}i": Fraction(1024) ** power for power, suffix in enumerate("KMGTPE", 1)},
}
_MISSPELT = re.compile(r"([0-9.]+)([kmgtp]|[kmgtpe]i)b?", re.ASCII | re.IGNORECASE)
# Without m: who misspells a suffix means millions, not thousandths.
_MEANT = {suffix.lower(): suffix for suffix in _SCALES if suffix != "m"}
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"


@_quantity_schema
def _cpu(text: str) -> str | None:
    """A quantity of Kubernetes greater than 0, such as 500m or 2."""
    return _positive(text, "500m or 2")


@_quantity_schema
def _memory(text: str) -> str | None:
    """A quantity of Kubernetes greater than 0, such as 128Mi or 1Gi."""
    return _positive(text, "128Mi or 1Gi")


def _positive(text: str, examples: str) -> str | None:
    if _is_positive(text):
        return None
    return f"a Kubernetes quantity greater than 0, such as {examples}\n{_advice(text)}"


def _is_positive(text: str) -> bool:
    try:
        return _number(text).numerator > 0
    except ValueError:
        return False


@lru_cache(maxsize=64)
def _number(text: str) -> Fraction:
    """Return the exact number that a quantity stands for; raise ValueError where it is none."""
    found = re.fullmatch(_QUANTITY, text) if len(text) <= _LONGEST_QUANTITY else None
    if found is None:
        raise ValueError("no Kubernetes quantity")
    number, suffix, exponent = found.groups()
    scale = Fraction(10) ** int(exponent) if exponent else _SCALES.get(suffix, 1)
    return Fraction(number) * scale


def _advice(text: str) -> str:
    compact = "".join(text.split())
    if _is_positive(compact):
        return f"drop the white space: {compact}"
    if found := _MISSPELT.fullmatch(compact):
        meant = f"{found[1]}{_MEANT[found[2].lower()]}"
        if _is_positive(meant):
            return f"did you mean {meant}?"
    return "write a number greater than 0 with a suffix out of n u m k M G T P E Ki Mi Gi Ti Pi Ei"


@lru_cache(maxsize=64)
def _at_most(request: str, limit: str) -> bool:
    return _number(request) <= _number(limit)


@json_schema(pattern=f"^{_LABEL}$")
def _label(text: str) -> str | None:
    """An RFC 1123 label of at most 63 characters."""
    if re.fullmatch(_LABEL, text):
        return None
    meant = re.sub(r"[\s_./-]+", "-", text.lower()).strip("-")
    advice = "write a-z, 0-9 and, between them, hyphens"
    if re.fullmatch(_LABEL, meant):
        advice = f"did you mean {meant}?"
    return f"an RFC 1123 label of at most 63 characters\n{advice}"


class Kubernetes(Section):
    """The cluster that executes code, and what a pod may use of it."""

    KUBERNETES_CONFIG_PATH: str = setting("~/.kube/config", "Path to kubeconfig")
    KUBERNETES_CA_CERTIFICATE_PATH: str | None = setting(
        None, "Custom CA cert for the Kubernetes API"
    )
    K8S_POD_CPU_LIMIT: str = setting("1000m", "CPU limit per pod", unit="CPU quantity", check=_cpu)
    K8S_POD_MEMORY_LIMIT: str = setting(
        "128Mi", "Memory limit per pod", unit="memory quantity", check=_memory
    )
    K8S_POD_CPU_REQUEST: str = setting(
        "200m", "CPU request (guaranteed)", unit="CPU quantity", check=_cpu
    )
    K8S_POD_MEMORY_REQUEST: str = setting(
        "128Mi", "Memory request (guaranteed)", unit="memory quantity", check=_memory
    )
    K8S_POD_EXECUTION_TIMEOUT: int = setting(300, "Max execution time", unit="seconds", gt=0)
    K8S_POD_PRIORITY_CLASS_NAME: str | None = setting(
        None, "Priority class of executor pods", check=_label
    )
    K8S_POD_RUNTIME_CLASS_NAME: str | None = setting(
        None, "Runtime class of executor pods such as gvisor", check=_label
    )
    K8S_NAMESPACE: str = setting("integr8scode", "Namespace for executor pods", check=_label)


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Kubernetes]


@hookimpl
def integr8s_validators() -> list[Rule]:
    """Return the rules that a pod requests no more than its limit."""
    return [
        rule(
            "K8S_POD_CPU_REQUEST",
            "K8S_POD_CPU_LIMIT",
            check=_at_most,
            wanted="at most K8S_POD_CPU_LIMIT",
        ),
        rule(
            "K8S_POD_MEMORY_REQUEST",
            "K8S_POD_MEMORY_LIMIT",
            check=_at_most,
            wanted="at most K8S_POD_MEMORY_LIMIT",
        ),
    ]
