"""What ``drift`` finds in the manifests of the sample backend."""

from __future__ import annotations

from .case import Edit, Found, fault
from .manifest_edits import (
    BACKEND,
    CI,
    COMPOSE,
    KUSTOMIZATION,
    UNIT,
    in_compose,
    in_dockerfile,
    in_kubernetes,
    in_tests,
)

FAULTS = (
    fault(
        "a container in production is not given the cache's password",
        Found("secret-not-passed", "REDIS_PASSWORD", f"{BACKEND}:15"),
        Edit(
            BACKEND,
            "            - name: REDIS_PASSWORD\n"
            "              valueFrom:\n"
            "                secretKeyRef: {name: backend-secrets, key: REDIS_PASSWORD}\n",
            "",
        ),
    ),
    fault(
        "a unit in production is not given the database's user",
        Found("secret-not-passed", "MONGO_USER", f"{UNIT}:13"),
        Edit(UNIT, "LoadCredential=MONGO_USER:/etc/integr8scode/credentials/MONGO_USER\n", ""),
    ),
    fault(
        "a service runs in production with the developers' password of the cache",
        Found("secret-not-passed", "REDIS_PASSWORD", f"{COMPOSE}:39"),
        Edit(COMPOSE, "  REDIS_PASSWORD: ${REDIS_PASSWORD:-}\n", ""),
        in_compose("INTEGR8S_ENVIRONMENT: production"),
    ),
    fault(
        "a variable lacks the prefix",
        Found("unread-variable", "LOG_LEVEL", f"{COMPOSE}:45"),
        in_compose("LOG_LEVEL: DEBUG"),
    ),
    fault(
        "an image sets a variable of dynaconf",
        Found("unread-variable", None, "Dockerfile:20"),
        in_dockerfile("ENV DYNACONF_WEB_TIMEOUT=90"),
    ),
    fault(
        "a secret of all services is misspelt",
        Found("misspelt-variable", "MONGO_PASSWORD", f"{COMPOSE}:6"),
        Edit(
            COMPOSE, "  MONGO_PASSWORD: ${MONGO_PASSWORD:-}", "  MONGO_PASWORD: ${MONGO_PASSWORD:-}"
        ),
    ),
    fault(
        "a variable of a job is misspelt",
        Found("misspelt-variable", "BCRYPT_ROUNDS", f"{CI}:20"),
        in_tests("INTEGR8S_BCRYPT_ROUND: 4"),
    ),
    fault(
        "the prefix is misspelt",
        Found("misspelt-variable", "LOG_LEVEL", f"{BACKEND}:37"),
        in_kubernetes("INTEGR8_LOG_LEVEL", "INFO"),
    ),
    fault(
        "a service does not mount the override that it names",
        Found("override-not-mounted", None, f"{COMPOSE}:66"),
        Edit(
            COMPOSE,
            "      - ./settings/config.pod-monitor.toml:/app/settings/config.pod-monitor.toml:ro\n",
            "",
        ),
    ),
    fault(
        "a ConfigMap lacks the override that a container names",
        Found("override-not-mounted", None, "deploy/k8s/workers.yaml:56"),
        Edit(KUSTOMIZATION, "      - ../../settings/config.pod-monitor.toml\n", ""),
    ),
    fault(
        "a file of another ConfigMap is mounted over one of the settings",
        Found("hidden-mount", None, f"{BACKEND}:40"),
        Edit(
            BACKEND,
            "              mountPath: /etc/integr8scode\n",
            "              mountPath: /etc/integr8scode\n"
            "            - name: old\n"
            "              mountPath: /etc/integr8scode/config.toml\n"
            "              subPath: config.toml\n",
        ),
        Edit(
            BACKEND,
            "          configMap: {name: settings}\n",
            "          configMap: {name: settings}\n"
            "        - name: old\n"
            "          configMap: {name: settings-of-last-year}\n",
        ),
    ),
    fault(
        "a variable repeats the base file",
        Found("repeated-default", "WEB_TIMEOUT", f"{COMPOSE}:45"),
        in_compose('INTEGR8S_WEB_TIMEOUT: "60"'),
    ),
    fault(
        "a default in the Compose file is another one than that of the base file",
        Found("differing-default", "REDIS_MAX_CONNECTIONS", f"{COMPOSE}:45"),
        in_compose("INTEGR8S_REDIS_MAX_CONNECTIONS: ${REDIS_MAX_CONNECTIONS:-100}"),
    ),
    fault(
        "gunicorn reads another number of processes",
        Found("foreign-variable", "WEB_CONCURRENCY", f"{COMPOSE}:45"),
        in_compose("WEB_CONCURRENCY: 8"),
    ),
    fault(
        "a key for signing stands in the Compose file",
        Found("plain-secret", "SECRET_KEY", f"{COMPOSE}:4"),
        Edit(
            COMPOSE,
            "  SECRET_KEY: ${SECRET_KEY:-}",
            "  SECRET_KEY: 0123456789abcdef0123456789abcdef",
        ),
    ),
    fault(
        "a unit holds the database's password",
        Found("plain-secret", "MONGO_PASSWORD", f"{UNIT}:12"),
        Edit(
            UNIT,
            "LoadCredential=MONGO_PASSWORD:/etc/integr8scode/credentials/MONGO_PASSWORD",
            "SetCredential=MONGO_PASSWORD:correct horse",
        ),
    ),
    fault(
        "an image holds a key for signing",
        Found("plain-secret", "SECRET_KEY", "Dockerfile:20"),
        in_dockerfile("ENV SECRET_KEY=0123456789abcdef0123456789abcdef"),
    ),
    fault(
        "the build of an image is given a password by default",
        Found("plain-secret", "REDIS_PASSWORD", "Dockerfile:20"),
        in_dockerfile("ARG REDIS_PASSWORD=correct-horse"),
    ),
    fault(
        "a file of variables has a misspelt one",
        Found("misspelt-variable", "LOG_LEVEL", "deploy/common.env:4"),
        Edit("deploy/common.env", "", "INTEGR8S_LOGLEVEL=INFO\n"),
    ),
    fault(
        "no workload runs with an override",
        Found("override-not-mounted", None, "settings/config.mailer.toml"),
        Edit(
            "settings/config.mailer.toml",
            "",
            'TRACING_SERVICE_NAME = "mailer"\nKAFKA_CONSUMER_GROUP_ID = "mailer"\n',
        ),
        Edit(
            "pyproject.toml",
            "overrides = [\n",
            'overrides = [\n    "settings/config.mailer.toml",\n',
        ),
    ),
    fault(
        "a step has the production's password as plain text",
        Found("plain-secret", "MONGO_PASSWORD", f"{CI}:38"),
        Edit(CI, "${{ secrets.MONGO_PASSWORD }}", "correct horse"),
    ),
    fault(
        "a manifest is no YAML",
        Found("unreadable-manifest", None, "deploy/k8s/job.yaml:4"),
        Edit("deploy/k8s/job.yaml", "", "apiVersion: batch/v1\nkind: Job\nmetadata: {\n  - x\n"),
    ),
)
