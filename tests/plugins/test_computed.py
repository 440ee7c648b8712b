"""Computed keys: functions of other keys, in an order that is found."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .computed_mail import KEYS, URL, mail
from .sources import plugin


def test_value_is_computed_from_others(stranger) -> None:
    stranger(plugin(KEYS, computed=URL))
    assert Settings().MAIL_URL == "smtp://localhost:25"
    assert Settings(overrides={"MAIL_PORT": 587}).MAIL_URL == "smtp://localhost:587"


def test_computed_value_follows_a_replacement(stranger) -> None:
    stranger(plugin(KEYS, computed=URL))
    settings = Settings()
    assert settings.replace(MAIL_HOST="mx").MAIL_URL == "smtp://mx:25"
    assert settings.MAIL_URL == "smtp://localhost:25"


def test_explanation_names_what_a_value_was_computed_from(stranger) -> None:
    stranger(plugin(KEYS, computed=URL))
    explanation = Settings(overrides={"MAIL_PORT": 587}).explain("MAIL_URL")
    assert [str(layer.origin) for layer in explanation.layers] == [
        "computed by mail from MAIL_HOST, MAIL_PORT"
    ]
    assert [(part.key, part.value) for part in explanation.inputs] == [
        ("MAIL_HOST", '"localhost"'),
        ("MAIL_PORT", "587"),
    ]


def test_order_is_found(stranger) -> None:
    stranger(
        plugin(
            "\n".join(f'MAIL_{n}: int = setting(description="n", computed=True)' for n in "ABC"),
            computed="""{
                "MAIL_A": lambda s: s["MAIL_B"] + 1,
                "MAIL_B": lambda s: s["MAIL_C"] * 10,
                "MAIL_C": lambda s: s["REDIS_DB"] + 4,
            }""",
        )
    )
    settings = Settings()
    assert (settings.MAIL_A, settings.MAIL_B, settings.MAIL_C) == (41, 40, 4)


def test_each_function_is_called_once_per_load(stranger) -> None:
    stranger(
        mail(
            "count",
            """
                calls = []

                def count(s):
                    calls.append(s["MAIL_HOST"])
                    return "url"
            """,
            f'{KEYS}    MAIL_COPY: str = setting(description="c", computed=True)\n'
            '    MAIL_MORE: str = setting(description="c", computed=True)\n',
        )
    )
    stranger(
        plugin(computed='dict.fromkeys(["MAIL_COPY", "MAIL_MORE"], lambda s: s["MAIL_URL"])'),
        "copies",
        "acme-copies",
    )
    Settings()
    from mail_conf.mail import calls

    assert calls == ["localhost"]


def test_function_of_one_plugin_computes_a_key_of_another(stranger) -> None:
    stranger(plugin(KEYS), name="mail", distribution="acme-mail")
    stranger(plugin(computed=URL), name="urls", distribution="acme-urls")
    settings = Settings()
    assert settings.MAIL_URL == "smtp://localhost:25"
    assert settings.explain("MAIL_URL").layers[0].origin.name.startswith("computed by urls")


def test_value_has_the_declared_type(stranger) -> None:
    keys = 'MAIL_TIMES: list[float] = setting(description="Times", computed=True)'
    stranger(plugin(keys, computed='{"MAIL_TIMES": lambda s: (1, 2)}'))
    times = Settings().MAIL_TIMES
    assert times == [1.0, 2.0]
    assert type(times[0]) is float
    with pytest.raises(TypeError, match="copy"):
        times.append(3.0)


def test_explicit_value_wins_and_the_explanation_says_so(stranger, write) -> None:
    stranger(plugin(KEYS, computed=URL))
    write("config.toml", 'MAIL_URL = "smtp://relay"\n')
    settings = Settings()
    assert settings.MAIL_URL == "smtp://relay"
    explanation = settings.explain("MAIL_URL")
    assert [(layer.value, str(layer.origin)) for layer in explanation.layers if layer.wins] == [
        ('"smtp://relay"', "config.toml:1")
    ]
    assert explanation.inputs == ()
    assert "computed by" not in str(explanation)


def test_variable_sets_a_computed_key(stranger, monkeypatch) -> None:
    stranger(plugin(KEYS, computed=URL))
    monkeypatch.setenv("INTEGR8S_MAIL_URL", "smtp://relay")
    assert Settings().MAIL_URL == "smtp://relay"


def test_function_is_not_called_where_a_value_is_set(stranger) -> None:
    stranger(mail("lambda s: 1 / 0"))
    assert Settings(overrides={"MAIL_URL": "smtp://relay"}).MAIL_URL == "smtp://relay"


def test_other_computed_keys_read_the_explicit_value(stranger) -> None:
    stranger(
        plugin(
            f'{KEYS}    MAIL_COPY: str = setting(description="c", computed=True)',
            computed=f'{URL} | {{"MAIL_COPY": lambda s: s["MAIL_URL"]}}',
        )
    )
    assert Settings(overrides={"MAIL_URL": "smtp://relay"}).MAIL_COPY == "smtp://relay"
