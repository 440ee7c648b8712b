"""Two keys, each sound, that don't go together: the problem cites both."""

from .misconfiguration import Misconfiguration, Place, base, env_file, override

# What the real base file says of the other key of a pair.
SESSION = base("KAFKA_SESSION_TIMEOUT_MS = 45000")
HEARTBEAT = base("KAFKA_HEARTBEAT_INTERVAL_MS = 10000")
BASE_DELAY = base("DLQ_RETRY_BASE_DELAY_SECONDS = 60.0")
MAX_DELAY = base("DLQ_RETRY_MAX_DELAY_SECONDS = 3600.0")
DLQ_WARNING = base("DLQ_WARNING_THRESHOLD = 100")
DLQ_CRITICAL = base("DLQ_CRITICAL_THRESHOLD = 1000")
CPU_LIMIT = base('K8S_POD_CPU_LIMIT = "1000m"')
CPU_REQUEST = base('K8S_POD_CPU_REQUEST = "200m"')
MEMORY_LIMIT = base('K8S_POD_MEMORY_LIMIT = "128Mi"')
MEMORY_REQUEST = base('K8S_POD_MEMORY_REQUEST = "128Mi"')

ROWS = (
    Misconfiguration(
        "heartbeat-slower-than-session",
        line="KAFKA_HEARTBEAT_INTERVAL_MS = 50000",
        key="KAFKA_SESSION_TIMEOUT_MS",
        where=SESSION,
        also=(base("KAFKA_HEARTBEAT_INTERVAL_MS = 50000"),),
        wanted="greater than KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "session-as-short-as-heartbeat",
        line="KAFKA_SESSION_TIMEOUT_MS = 10000",
        also=(HEARTBEAT,),
        wanted="greater than KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "session-shortened-in-the-override",
        override="KAFKA_SESSION_TIMEOUT_MS = 6000",
        also=(HEARTBEAT,),
        wanted="greater than KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "heartbeat-slowed-in-the-override",
        override="KAFKA_HEARTBEAT_INTERVAL_MS = 60000",
        key="KAFKA_SESSION_TIMEOUT_MS",
        where=SESSION,
        also=(override("KAFKA_HEARTBEAT_INTERVAL_MS = 60000"),),
        wanted="KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "session-shortened-by-a-variable",
        env={"INTEGR8S_KAFKA_SESSION_TIMEOUT_MS": "3000"},
        also=(HEARTBEAT,),
        wanted="KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "heartbeat-slowed-by-a-variable",
        env={"INTEGR8S_KAFKA_HEARTBEAT_INTERVAL_MS": "45000"},
        key="KAFKA_SESSION_TIMEOUT_MS",
        where=SESSION,
        also=(Place("INTEGR8S_KAFKA_HEARTBEAT_INTERVAL_MS"),),
        wanted="KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "heartbeat-slowed-in-the-env-file",
        env_file="INTEGR8S_KAFKA_HEARTBEAT_INTERVAL_MS=90000\n",
        key="KAFKA_SESSION_TIMEOUT_MS",
        where=SESSION,
        also=(env_file("INTEGR8S_KAFKA_HEARTBEAT_INTERVAL_MS=90000"),),
        wanted="KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "session-in-the-override-heartbeat-in-a-variable",
        override="KAFKA_SESSION_TIMEOUT_MS = 20000",
        env={"INTEGR8S_KAFKA_HEARTBEAT_INTERVAL_MS": "25000"},
        key="KAFKA_SESSION_TIMEOUT_MS",
        where=override("KAFKA_SESSION_TIMEOUT_MS = 20000"),
        also=(Place("INTEGR8S_KAFKA_HEARTBEAT_INTERVAL_MS"),),
        wanted="KAFKA_HEARTBEAT_INTERVAL_MS",
    ),
    Misconfiguration(
        "warning-as-high-as-critical",
        line="DLQ_WARNING_THRESHOLD = 1000",
        also=(DLQ_CRITICAL,),
        wanted="less than DLQ_CRITICAL_THRESHOLD",
    ),
    Misconfiguration(
        "critical-below-warning",
        line="DLQ_CRITICAL_THRESHOLD = 50",
        key="DLQ_WARNING_THRESHOLD",
        where=DLQ_WARNING,
        also=(base("DLQ_CRITICAL_THRESHOLD = 50"),),
        wanted="less than DLQ_CRITICAL_THRESHOLD",
    ),
    Misconfiguration(
        "critical-lowered-in-the-override",
        override="DLQ_CRITICAL_THRESHOLD = 80",
        key="DLQ_WARNING_THRESHOLD",
        where=DLQ_WARNING,
        also=(override("DLQ_CRITICAL_THRESHOLD = 80"),),
        wanted="DLQ_CRITICAL_THRESHOLD",
    ),
    Misconfiguration(
        "warning-raised-by-a-variable",
        env={"INTEGR8S_DLQ_WARNING_THRESHOLD": "5000"},
        also=(DLQ_CRITICAL,),
        wanted="DLQ_CRITICAL_THRESHOLD",
    ),
    Misconfiguration(
        "first-delay-over-the-longest",
        line="DLQ_RETRY_BASE_DELAY_SECONDS = 7200",
        also=(MAX_DELAY,),
        wanted="DLQ_RETRY_MAX_DELAY_SECONDS",
    ),
    Misconfiguration(
        "longest-delay-in-minutes-by-mistake",
        line="DLQ_RETRY_MAX_DELAY_SECONDS = 15",
        key="DLQ_RETRY_BASE_DELAY_SECONDS",
        where=BASE_DELAY,
        also=(base("DLQ_RETRY_MAX_DELAY_SECONDS = 15"),),
        wanted="DLQ_RETRY_MAX_DELAY_SECONDS",
    ),
    Misconfiguration(
        "longest-delay-cut-by-a-variable",
        env={"INTEGR8S_DLQ_RETRY_MAX_DELAY_SECONDS": "59.5"},
        key="DLQ_RETRY_BASE_DELAY_SECONDS",
        where=BASE_DELAY,
        also=(Place("INTEGR8S_DLQ_RETRY_MAX_DELAY_SECONDS"),),
        wanted="DLQ_RETRY_MAX_DELAY_SECONDS",
    ),
    Misconfiguration(
        "cpu-request-over-limit",
        line='K8S_POD_CPU_REQUEST = "2"',
        also=(CPU_LIMIT,),
        wanted="K8S_POD_CPU_LIMIT",
    ),
    Misconfiguration(
        "cpu-limit-cut-in-the-override",
        override='K8S_POD_CPU_LIMIT = "0.1"',
        key="K8S_POD_CPU_REQUEST",
        where=CPU_REQUEST,
        also=(override('K8S_POD_CPU_LIMIT = "0.1"'),),
        wanted="K8S_POD_CPU_LIMIT",
    ),
    Misconfiguration(
        "memory-request-over-limit",
        line='K8S_POD_MEMORY_REQUEST = "1Gi"',
        also=(MEMORY_LIMIT,),
        wanted="K8S_POD_MEMORY_LIMIT",
    ),
    Misconfiguration(
        "memory-limit-in-decimal-megabytes",
        line='K8S_POD_MEMORY_LIMIT = "128M"',
        key="K8S_POD_MEMORY_REQUEST",
        where=MEMORY_REQUEST,
        also=(base('K8S_POD_MEMORY_LIMIT = "128M"'),),
        wanted="K8S_POD_MEMORY_LIMIT",
    ),
    Misconfiguration(
        "memory-limit-in-millibytes-by-a-variable",
        env={"INTEGR8S_K8S_POD_MEMORY_LIMIT": "256m"},
        key="K8S_POD_MEMORY_REQUEST",
        where=MEMORY_REQUEST,
        also=(Place("INTEGR8S_K8S_POD_MEMORY_LIMIT"),),
        wanted="K8S_POD_MEMORY_LIMIT",
    ),
)
