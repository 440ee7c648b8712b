"""CPU and memory in words that Kubernetes does not know."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration(
        "megabytes", line='K8S_POD_MEMORY_LIMIT = "128MB"', wanted="quantity", says="128MB"
    ),
    Misconfiguration(
        "gigabytes", line='K8S_POD_MEMORY_LIMIT = "1Gb"', wanted="quantity", says="1Gb"
    ),
    Misconfiguration(
        "blank-before-the-unit", line='K8S_POD_MEMORY_LIMIT = "1 Gi"', wanted="quantity"
    ),
    Misconfiguration(
        "unit-in-lower-case", line='K8S_POD_MEMORY_LIMIT = "128mi"', wanted="quantity"
    ),
    Misconfiguration(
        "unit-in-upper-case", line='K8S_POD_MEMORY_LIMIT = "128MI"', wanted="quantity"
    ),
    Misconfiguration("unit-alone", line='K8S_POD_MEMORY_LIMIT = "Mi"', wanted="quantity"),
    Misconfiguration("decimal-comma", line='K8S_POD_CPU_LIMIT = "1,5"', wanted="quantity"),
    Misconfiguration("in-words", line='K8S_POD_CPU_LIMIT = "one"', wanted="quantity", says="one"),
    Misconfiguration("in-cores", line='K8S_POD_CPU_LIMIT = "2 cores"', wanted="quantity"),
    Misconfiguration("millis-apart", line='K8S_POD_CPU_LIMIT = "1000 m"', wanted="quantity"),
    Misconfiguration("empty-cpu-limit", line='K8S_POD_CPU_LIMIT = ""', wanted="quantity"),
    Misconfiguration(
        "unlimited", line='K8S_POD_CPU_LIMIT = "unlimited"', wanted="quantity", says="unlimited"
    ),
    Misconfiguration("no-cpu", line='K8S_POD_CPU_REQUEST = "0"', wanted="0"),
    Misconfiguration("no-memory", line='K8S_POD_MEMORY_REQUEST = "0Mi"', wanted="0"),
    Misconfiguration("negative-cpu", line='K8S_POD_CPU_REQUEST = "-1"', wanted="0"),
    Misconfiguration(
        "megabytes-in-a-variable",
        env={"INTEGR8S_K8S_POD_MEMORY_LIMIT": "256MB"},
        wanted="quantity",
        says="256MB",
    ),
)
