"""What is wrong with plugins is reported with all else that is wrong, in one error."""

from __future__ import annotations

import pytest

from integr8s_conf import ConfigError, Settings

from .refusals import problems_of
from .sources import plugin


def install_broken_plugins(stranger) -> None:
    stranger("1 / 0", name="broken", distribution="acme-broken")
    stranger(
        plugin(sections="[]").replace("def integr8s_sections()", "def integr8s_sections(config)"),
        name="crooked",
        distribution="acme-crooked",
    )
    stranger(plugin(defualts="{}"), name="misspelt", distribution="acme-misspelt")
    stranger(plugin(defaults="[]"), name="shapeless", distribution="acme-shapeless")
    stranger(
        plugin("MAIL_PORT: int = setting('25', 'Port')"), name="mail", distribution="acme-mail"
    )
    stranger(
        plugin("REDIS_HOST: str = setting('b', 'Host')", name="Claim"),
        name="claimant",
        distribution="acme-claimant",
    )
    stranger(
        plugin(
            defaults='{"REDIS_DB": -1}',
            validators='[rule("WEB_TIMEOUT", check=lambda time: 1 / 0, wanted="x")]',
            computed='{"LOG_LEVEL": lambda s: "INFO"}',
        ),
        name="meddler",
        distribution="acme-meddler",
    )


def test_problems_of_plugins_files_and_variables_stand_in_one_error(
    stranger, write, monkeypatch
) -> None:
    install_broken_plugins(stranger)
    write("config.toml", 'SERVER_PORT = "443"\nNO_SUCH_THING = 1\n')
    monkeypatch.setenv("INTEGR8S_MONGO_PORT", "many")
    problems = problems_of(overrides={"SSE_HEARTBEAT_INTERVAL": 0})
    assert sorted((problem.plugin or "", problem.key or "") for problem in problems) == sorted([
        ("", "NO_SUCH_THING"),
        ("broken", ""),
        ("core", "MONGO_PORT"),
        ("crooked", ""),
        ("mail", "MAIL_PORT"),
        ("meddler", "LOG_LEVEL"),
        ("meddler", "REDIS_DB"),
        ("meddler", "WEB_TIMEOUT"),
        ("misspelt", ""),
        ("redis", "REDIS_HOST"),
        ("server", "SERVER_PORT"),
        ("shapeless", ""),
        ("sse", "SSE_HEARTBEAT_INTERVAL"),
    ])  # fmt: skip


def test_error_text_names_every_plugin_that_is_refused(stranger) -> None:
    install_broken_plugins(stranger)
    with pytest.raises(ConfigError) as refusal:
        Settings()
    text = str(refusal.value)
    assert text.startswith("9 problems in the configuration")
    for name in ("broken", "crooked", "misspelt", "shapeless"):
        assert f"  plugin {name}\n" in text
        assert f"plugin {name} (acme-{name} 1.0)" in text


def test_same_problems_are_found_at_every_load(stranger) -> None:
    install_broken_plugins(stranger)
    assert problems_of() == problems_of()
