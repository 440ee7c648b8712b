"""Production refuses a default secret, and a secret in a TOML file; elsewhere the latter warns."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Settings

from .traces import CANARY, assert_no_canary, printed
from .ways import WAYS, overrides, toml_file, toml_override_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integr8s_conf import Problem

    from .ways import Way

GOOD = {
    "SECRET_KEY": "a-signing-key-of-its-own-in-production",
    "MONGO_USER": "app",
    "MONGO_PASSWORD": "a-password-of-its-own",
    "REDIS_PASSWORD": "another-password-of-its-own",
}
DEFAULTS = {
    "SECRET_KEY": "CHANGE_ME_min_32_chars_long_!!!!",
    "MONGO_USER": "root",
    "MONGO_PASSWORD": "rootpassword",
    "REDIS_PASSWORD": "redispassword",
}
PRODUCTION = 'ENVIRONMENT = "production"\n'


@pytest.fixture
def good(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every secret is set as production wants it."""
    for name, text in GOOD.items():
        monkeypatch.setenv(name, text)


def problems_of(**asked: object) -> tuple[Problem, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("error", ConfigWarning)
        try:
            Settings(**asked)
        except ConfigError as error:
            return error.problems
    return ()


@pytest.mark.usefixtures("good")
def test_secrets_of_its_own_are_sound_in_production(base_file: Callable[[str], Path]) -> None:
    base_file(PRODUCTION)
    assert problems_of() == ()


@pytest.mark.parametrize(
    "name", ["production", "prod", "Production", "PROD", " prod ", "\tproduction\n", "pRoD"]
)
def test_name_of_production(name: str, base_file: Callable[[str], Path]) -> None:
    assert {problem.key for problem in problems_of(overrides={"ENVIRONMENT": name})} == set(GOOD)


@pytest.mark.usefixtures("base_file")
@pytest.mark.parametrize(
    "name", ["development", "productions", "preprod", "prod-eu", "pro duction", "test", "p"]
)
def test_name_of_another_environment(name: str) -> None:
    assert problems_of(overrides={"ENVIRONMENT": name}) == ()


@pytest.mark.usefixtures("good")
@pytest.mark.parametrize("key", GOOD)
def test_default_secret_is_refused_with_its_place_and_the_way_out(
    key: str, base_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    base_file(PRODUCTION)
    monkeypatch.delenv(key)
    [problem] = problems_of()
    section = "Redis" if key == "REDIS_PASSWORD" else "Core"
    assert (problem.key, problem.section) == (key, section)
    assert problem.found == "********, the development default"
    assert str(problem.origin) == f"default of section {section}"
    assert problem.hint == f"set the variable {key}, or {key}_FILE"
    assert DEFAULTS[key] not in problem.found + problem.wanted + problem.hint


@pytest.mark.usefixtures("good")
@pytest.mark.parametrize("key", GOOD)
@pytest.mark.parametrize("way", [way for way in WAYS if "toml" not in way.__name__])
def test_default_secret_is_refused_by_whatever_way_it_comes(
    key: str, way: Way, base_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = base_file("").parent
    monkeypatch.delenv(key)
    monkeypatch.setenv("INTEGR8S_ENVIRONMENT", "production")
    problems = problems_of(**way(folder, monkeypatch, key, DEFAULTS[key]))
    assert [problem.key for problem in problems] == [key]
    assert "development default" in problems[0].found


@pytest.mark.usefixtures("good")
@pytest.mark.parametrize("way", [toml_file, toml_override_file])
def test_secret_in_a_toml_file_is_refused_in_production(
    way: Way, base_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = base_file("").parent
    monkeypatch.setenv("INTEGR8S_ENVIRONMENT", "production")
    monkeypatch.delenv("REDIS_PASSWORD")
    [problem] = problems_of(**way(folder, monkeypatch, "REDIS_PASSWORD", CANARY))
    assert problem.key == "REDIS_PASSWORD"
    assert problem.origin is not None
    assert (problem.origin.name.split("/")[-1], problem.origin.line) in (
        ("config.toml", 1),
        ("worker.toml", 1),
    )
    assert problem.hint.startswith("remove the line, then set the variable REDIS_PASSWORD")
    assert CANARY not in str(problem)


@pytest.mark.usefixtures("good")
def test_secret_in_a_toml_file_is_refused_even_where_a_variable_shadows_it(
    base_file: Callable[[str], Path],
) -> None:
    base_file(f'{PRODUCTION}REDIS_PASSWORD = "{CANARY}"\n')
    [problem] = problems_of()
    assert str(problem.origin) == "config.toml:2"


@pytest.mark.usefixtures("good")
def test_secret_in_both_toml_files_is_refused_for_both(
    base_file: Callable[[str], Path], write: Callable[[str, str], Path]
) -> None:
    base_file(f'{PRODUCTION}REDIS_PASSWORD = "{CANARY}"\n')
    write("worker.toml", f'REDIS_PASSWORD = "{CANARY}"\n')
    problems = problems_of(override_path="worker.toml")
    assert [str(problem.origin) for problem in problems] == ["config.toml:2", "worker.toml:1"]


@pytest.mark.usefixtures("good")
def test_connection_string_in_a_toml_file_is_refused_too(
    base_file: Callable[[str], Path],
) -> None:
    base_file(f'{PRODUCTION}MONGODB_URL = "mongodb://root:{CANARY}@mongo"\n')
    with pytest.raises(ConfigError, match="MONGODB_URL") as refusal:
        Settings()
    assert_no_canary(printed(refusal.value))


@pytest.mark.parametrize("way", [toml_file, toml_override_file])
def test_secret_in_a_toml_file_warns_outside_production(
    way: Way, base_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = way(base_file("").parent, monkeypatch, "REDIS_PASSWORD", CANARY)
    with pytest.warns(ConfigWarning) as caught:
        settings = Settings(**asked)
    assert settings.REDIS_PASSWORD == CANARY
    [text] = [str(one.message) for one in caught]
    assert text.startswith("REDIS_PASSWORD (")
    assert ".toml:1): ********, a secret in a file that is committed" in text
    assert CANARY not in text


def test_error_in_production_takes_the_place_of_the_warning(
    base_file: Callable[[str], Path],
) -> None:
    base_file(f'{PRODUCTION}REDIS_PASSWORD = "{CANARY}"\n')
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with pytest.raises(ConfigError):
            Settings()
    assert not caught


STRANGER = """
    from integr8s_conf import Section, hookimpl, setting

    class Mail(Section):
        MAIL_PASSWORD: {type} = setting({default}, "a", secret=True)

    @hookimpl
    def integr8s_sections():
        return [Mail]

    @hookimpl
    def integr8s_defaults():
        return {defaults}
"""


@pytest.mark.usefixtures("good")
@pytest.mark.parametrize(
    ("type_", "default", "defaults", "refused"),
    [
        ("str", '"dev-mail"', "{}", True),
        ("str | None", '"dev-mail"', "{}", True),
        ("str", 'lambda: "dev-mail"', "{}", True),
        ("str | None", "None", '{"MAIL_PASSWORD": "dev-mail"}', True),
        ("str | None", "None", "{}", False),
    ],
)
def test_default_of_a_stranger(
    type_: str,
    default: str,
    defaults: str,
    refused: bool,
    base_file: Callable[[str], Path],
    stranger: Callable[[str], None],
) -> None:
    stranger(STRANGER.format(type=type_, default=default, defaults=defaults))
    base_file(PRODUCTION)
    assert [problem.key for problem in problems_of()] == ["MAIL_PASSWORD"] * refused


@pytest.mark.usefixtures("good")
def test_first_default_is_refused_where_a_plugin_has_changed_it(
    base_file: Callable[[str], Path], stranger: Callable[[str], None]
) -> None:
    changed = '{"MAIL_PASSWORD": "changed"}'
    stranger(STRANGER.format(type="str", default='"first"', defaults=changed))
    base_file(PRODUCTION)
    for text in ("first", "changed"):
        asked = {"overrides": {"MAIL_PASSWORD": text}}
        assert [problem.key for problem in problems_of(**asked)] == ["MAIL_PASSWORD"]
    assert problems_of(overrides={"MAIL_PASSWORD": "of its own"}) == ()


@pytest.mark.usefixtures("good")
def test_overrides_may_set_a_secret_in_production(
    base_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = base_file(PRODUCTION).parent
    assert problems_of(**overrides(folder, monkeypatch, "REDIS_PASSWORD", "of its own")) == ()
