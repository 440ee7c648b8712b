"""Any environment, env file, secret file and overrides give settings or a ConfigError."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NoReturn
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")

KEYS = (
    *("MONGO_PORT", "TRACING_SAMPLING_RATE", "SECURE_COOKIES", "LOG_LEVEL", "CORS_ORIGINS"),
    *("K8S_POD_CPU_LIMIT", "K8S_NAMESPACE", "KAFKA_BOOTSTRAP_SERVERS", "RATE_LIMITS", "APP_URL"),
    *("OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES", "ENVIRONMENT", "REDIS_DECODE_RESPONSES"),
    *("SECRET_KEY", "MONGO_PASSWORD", "MONGODB_URL", "API_V1_STR", "OTLP_TRACES_ENDPOINT"),
)
VARIABLES = (
    *(f"INTEGR8S_{key}" for key in KEYS),
    *("SECRET_KEY", "SECRET_KEY_FILE", "MONGO_PASSWORD_FILE", "CREDENTIALS_DIRECTORY"),
    *("INTEGR8S_", "INTEGR8S_log_level", "INTEGR8S_CONF_", "INTEGR8S_CONF_PLUGIN", "DYNACONF_A"),
)
VALUES = (
    *("", " ", "0", "-1", "1e999", "nan", "true", "None", "[", "[]", "{}", '["https://a"]', "a,b"),
    *("@format {env}", "@jinja {{ 1 }}", "@int 1", "@none", "dynaconf_merge", "${HOME}", "/", "."),
    *("http://a:b@c:d", "http://[", "http://a:99999999999999999999", "1" * 5000, "[" * 5000),
    *("\udcff", "\x1b[31m", "\u2028", "1/second" * 500, "a:1," * 500, "production", " PROD "),
)
characters = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
texts = st.sampled_from(VALUES) | st.text(characters, max_size=30)
any_variable = st.text(
    st.characters(exclude_characters="\0=", exclude_categories=["Cs"]), max_size=20
).map("INTEGR8S_{}".format)


class Hostile:
    """An object that refuses to be looked at."""

    def _refuse(self, *_: object) -> NoReturn:
        raise RuntimeError("do not touch")

    __str__ = __repr__ = __eq__ = __len__ = __iter__ = __int__ = __float__ = __bool__ = _refuse
    __hash__ = object.__hash__


ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.binary(max_size=5)
    | st.dates()
    | st.timedeltas()
    | st.complex_numbers()
    | st.sampled_from((10**30, object(), int, ENDLESS, "\udcff", range))
)
objects = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
        | st.sets(st.integers() | st.text(max_size=2), max_size=3)
    ),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a deployment whose base file sets nothing."""
    folder = tmp_path_factory.mktemp("deployment")
    (folder / "config.toml").touch()
    (folder / "secrets").mkdir()
    return folder


def load(folder: Path, **more: Any) -> None:
    """Load the settings of ``folder``; a ConfigError must be fit to print."""
    request: dict[str, Any] = {"env_file": None, **more}
    try:
        Settings(folder / "config.toml", secrets_dir=folder / "secrets", **request)
    except ConfigError as refused:
        error = refused
    else:
        return
    assert all(line.isprintable() for line in str(error).split("\n"))
    assert all(problem.found and problem.wanted for problem in error.problems)
    assert error.__cause__ is None
    assert error.__context__ is None


@settings(max_examples=120)
@given(
    variables=st.dictionaries(st.sampled_from(VARIABLES) | any_variable, texts, max_size=5),
)
@example({"INTEGR8S_CORS_ORIGINS": "[" * 100_000})
@example({"INTEGR8S_MONGO_PORT": "9" * 100_000})
@example({"INTEGR8S_\x1b[31m": "1"})
@example({"SECRET_KEY_FILE": "\udcff"})
def test_any_environment(folder: Path, variables: Mapping[str, str]) -> None:
    with patch.dict(os.environ, variables):
        load(folder)


@settings(max_examples=80)
@given(content=st.binary(max_size=60) | st.lists(texts, max_size=5).map("\n".join))
@example("INTEGR8S_MONGO_PORT")
@example("SECRET_KEY='")
@example("\N{BYTE ORDER MARK}SECRET_KEY=a")
def test_any_env_file(folder: Path, content: str | bytes) -> None:
    text = content if isinstance(content, bytes) else content.encode(errors="surrogateescape")
    (folder / "env").write_bytes(text)
    load(folder, env_file=folder / "env")


@settings(max_examples=50)
@given(content=st.binary(max_size=60))
def test_any_secret_file(folder: Path, content: bytes) -> None:
    file = folder / "secrets" / "SECRET_KEY"
    file.write_bytes(content)
    load(folder)
    file.unlink()


@settings(max_examples=120)
@given(overrides=st.dictionaries(st.sampled_from(KEYS), objects, min_size=1, max_size=4))
@example({"CORS_ORIGINS": ENDLESS})
def test_any_values_of_overrides(folder: Path, overrides: Mapping[str, Any]) -> None:
    load(folder, overrides=overrides)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", [Hostile(), 10**5000], ids=["hostile", "huge"])
def test_value_that_cannot_be_spelled_is_refused_by_its_kind(
    folder: Path, key: str, value: Any
) -> None:
    with pytest.raises(ConfigError, match=key):
        Settings(folder / "config.toml", env_file=None, overrides={key: value})


@settings(max_examples=50)
@given(name=st.text(max_size=20) | st.integers() | st.none() | st.booleans() | st.dates())
@example("\x1b[31m")
@example("A" * 100_000)
def test_any_name_in_overrides(folder: Path, name: Any) -> None:
    load(folder, overrides={name: 1})


@pytest.mark.parametrize("name", [Hostile(), 10**5000], ids=["hostile", "huge"])
def test_name_that_cannot_be_spelled_is_refused(folder: Path, name: Any) -> None:
    with pytest.raises(ConfigError, match="unknown key"):
        Settings(folder / "config.toml", env_file=None, overrides={name: 1})


def test_absurdly_long_name_is_shown_cut(folder: Path) -> None:
    with pytest.raises(ConfigError) as refusal:
        Settings(folder / "config.toml", env_file=None, overrides={"A" * 100_000: 1})
    assert len(str(refusal.value)) < 1000
