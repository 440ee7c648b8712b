"""What ``check`` finds between the workers of the sample backend, and what it leaves alone."""

from __future__ import annotations

from .case import Edit, Found, fault, look_alike

POD_MONITOR = "settings/config.pod-monitor.toml"
EVENT_REPLAY = "settings/config.event-replay.toml"
GROUP = 'KAFKA_CONSUMER_GROUP_ID = "pod-monitor"\n'
PRODUCTION = 'variables = { INTEGR8S_ENVIRONMENT = "production" }'

FAULTS = (
    fault(
        "a copied override takes another worker's messages",
        Found("problem", "KAFKA_CONSUMER_GROUP_ID", f"{POD_MONITOR}:4"),
        Edit(POD_MONITOR, GROUP, 'KAFKA_CONSUMER_GROUP_ID = "k8s-worker"\n'),
    ),
    fault(
        "a copied override has another worker's name in traces",
        Found("problem", "TRACING_SERVICE_NAME", f"{POD_MONITOR}:3"),
        Edit(
            POD_MONITOR,
            'TRACING_SERVICE_NAME = "pod-monitor"',
            'TRACING_SERVICE_NAME = "k8s-worker"',
        ),
    ),
    fault(
        "an override takes the backend's messages",
        Found("problem", "KAFKA_CONSUMER_GROUP_ID", f"{POD_MONITOR}:4"),
        Edit(POD_MONITOR, GROUP, 'KAFKA_CONSUMER_GROUP_ID = "integr8scode-backend"\n'),
    ),
    fault(
        "an override sets what all workers share",
        Found("problem", "EXECUTOR_EVENT_VERSION", f"{EVENT_REPLAY}:5"),
        Edit(EVENT_REPLAY, "", "EXECUTOR_EVENT_VERSION = 2\n"),
    ),
    fault(
        "an override sets a key that is misspelt",
        Found("problem", "KAFKA_CONSUMER_GROUPID", f"{POD_MONITOR}:5"),
        Edit(POD_MONITOR, "", 'KAFKA_CONSUMER_GROUPID = "pods"\n'),
    ),
)

LOOK_ALIKES = (
    look_alike(
        "a worker shares a value that need not be its own",
        Edit(POD_MONITOR, "", "KAFKA_MAX_POLL_RECORDS = 50\n"),
        Edit(EVENT_REPLAY, "", "KAFKA_MAX_POLL_RECORDS = 50\n"),
    ),
    look_alike(
        "two groups differ by a suffix",
        Edit(POD_MONITOR, GROUP, 'KAFKA_CONSUMER_GROUP_ID = "k8s-worker-2"\n'),
    ),
    look_alike(
        "the test file has the group of the base file",
        Edit("settings/config.test.toml", "", 'KAFKA_CONSUMER_GROUP_ID = "integr8scode-backend"\n'),
    ),
    look_alike(
        "the base file sets what all workers share",
        Edit("settings/config.toml", "", "EXECUTOR_EVENT_VERSION = 4\n"),
    ),
    look_alike(
        "a group has the name of another worker's traces",
        Edit(POD_MONITOR, GROUP, 'KAFKA_CONSUMER_GROUP_ID = "monitor"\n'),
        Edit(
            EVENT_REPLAY,
            'TRACING_SERVICE_NAME = "event-replay"',
            'TRACING_SERVICE_NAME = "monitor"',
        ),
    ),
)
