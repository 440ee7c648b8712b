"""Our own sections keep what every plugin should keep."""

from __future__ import annotations

from integr8s_conf.testing import PluginContract


class OfOurs(PluginContract):
    max_examples = 10  # test_strategies.py draws more


class TestCore(OfOurs):
    plugin = "core"


class TestDlq(OfOurs):
    plugin = "dlq"


class TestKafka(OfOurs):
    plugin = "kafka"


class TestKubernetes(OfOurs):
    plugin = "kubernetes"


class TestNotifications(OfOurs):
    plugin = "notifications"


class TestRateLimit(OfOurs):
    plugin = "rate_limit"


class TestRedis(OfOurs):
    plugin = "redis"


class TestServer(OfOurs):
    plugin = "server"


class TestService(OfOurs):
    plugin = "service"


class TestSse(OfOurs):
    plugin = "sse"


class TestTracing(OfOurs):
    plugin = "tracing"
