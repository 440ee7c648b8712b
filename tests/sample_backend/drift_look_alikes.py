"""What ``drift`` leaves alone in the manifests of the sample backend."""

from __future__ import annotations

from .case import Edit, look_alike
from .manifest_edits import (
    BACKEND,
    CI,
    COMPOSE,
    UNIT,
    in_compose,
    in_dockerfile,
    in_kubernetes,
    in_tests,
)

LOOK_ALIKES = (
    look_alike(
        "the database has variables that begin as ours do",
        Edit(
            COMPOSE,
            "      MONGO_INITDB_ROOT_USERNAME: ${MONGO_USER:-root}\n",
            "      MONGO_INITDB_ROOT_USERNAME: ${MONGO_USER:-root}\n      MONGO_DB: admin\n",
        ),
    ),
    look_alike("a variable is of no one that is known", in_compose("LD_PRELOAD: libjemalloc.so")),
    look_alike(
        "a variable of OpenTelemetry is no key of ours",
        in_kubernetes("OTEL_TRACES_SAMPLER", "always_on"),
    ),
    look_alike("a variable differs from the base file", in_compose("INTEGR8S_WEB_TIMEOUT: 90")),
    look_alike(
        "gunicorn and our key have one number",
        in_compose("WEB_CONCURRENCY: 8", "INTEGR8S_WEB_CONCURRENCY: 8"),
    ),
    look_alike(
        "a secret comes from a file",
        Edit(
            COMPOSE,
            "  SECRET_KEY: ${SECRET_KEY:-}",
            "  SECRET_KEY_FILE: /run/secrets/signing_key",
        ),
    ),
    look_alike(
        "a container has all secrets of a store",
        Edit(
            BACKEND,
            "            - name: REDIS_PASSWORD\n"
            "              valueFrom:\n"
            "                secretKeyRef: {name: backend-secrets, key: REDIS_PASSWORD}\n",
            "          envFrom:\n            - secretRef: {name: backend-secrets}\n",
        ),
    ),
    look_alike(
        "a unit has a file of variables on another machine",
        Edit(
            UNIT,
            "LoadCredential=MONGO_USER:/etc/integr8scode/credentials/MONGO_USER\n",
            "EnvironmentFile=-/etc/integr8scode/secrets.env\n",
        ),
    ),
    look_alike(
        "a build has an argument of the name of a key",
        in_dockerfile("ARG SERVICE_VERSION=2.0.0"),
    ),
    look_alike(
        "a here-document has a line like an instruction",
        Edit("Dockerfile", "useradd --system app\n", "useradd --system app\nENV DYNACONF_X=1\n"),
    ),
    look_alike(
        "a whole folder has the override",
        Edit(
            COMPOSE,
            "      - ./settings/config.toml:/app/settings/config.toml:ro\n"
            "      - ./settings/config.pod-monitor.toml:/app/settings/config.pod-monitor.toml:ro\n",
            "      - ./settings:/app/settings:ro\n",
        ),
    ),
    look_alike(
        "a file of a folder is mounted over itself",
        Edit(
            COMPOSE,
            "      - ./settings/config.pod-monitor.toml:/app/settings/config.pod-monitor.toml:ro\n",
            "      - ./settings/config.pod-monitor.toml:/app/settings/config.pod-monitor.toml:ro\n"
            "      - ./settings:/app/settings:ro\n",
        ),
    ),
    look_alike(
        "a service without the configuration has a password of its own",
        Edit(
            COMPOSE,
            "\nvolumes:\n",
            "  mailer:\n    image: mailer\n    environment:\n      SECRET_KEY: x\n\nvolumes:\n",
        ),
    ),
    look_alike(
        "a job has the developers' password of a service beside it",
        in_tests("MONGO_URL: mongodb://root:rootpassword@localhost"),
    ),
    look_alike(
        "a file beside the manifests is none",
        Edit("deploy/k8s/values.yaml", "", "SECRET_KEY: {{ .Values.key }}\n"),
    ),
    look_alike(
        "an image copies the files that no one mounts",
        Edit(
            "Dockerfile",
            "COPY backend ./backend\n",
            "COPY backend ./backend\nCOPY settings ./settings\n",
        ),
        Edit(
            COMPOSE,
            "      - ./settings/config.pod-monitor.toml:/app/settings/config.pod-monitor.toml:ro\n",
            "",
        ),
    ),
    look_alike(
        "a step writes a variable for those after it",
        Edit(
            CI,
            "        run: pip install .\n",
            '        run: echo "INTEGR8S_LOG_LEVL=1" >> "$GITHUB_ENV"\n',
        ),
    ),
)
