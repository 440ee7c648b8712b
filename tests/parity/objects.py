"""Settings objects of every kind, which all say what the files and variables say."""

import dataclasses
import functools
import json
import os
import tomllib
import types
from pathlib import Path
from typing import Any

from dynaconf import Dynaconf
from pydantic import BaseModel, SecretBytes

_FILES = ("INTEGR8S_CONF_FILE", "INTEGR8S_CONF_OVERRIDE")
_MADE: list[dict[str, Any]] = []


def mapping(config_path: str, override_path: str | None = None) -> dict[str, Any]:
    values: dict[str, Any] = {
        "MAIL_HOST": "localhost",
        "MAIL_PORT": 25,
        "MAIL_PASSWORD": "dev-mail",
    }
    for path in filter(None, (config_path, override_path)):
        values |= tomllib.loads(Path(path).read_text("utf-8"))
    if password := os.environ.get("MAIL_PASSWORD"):
        values["MAIL_PASSWORD"] = password
    print("a line on standard output", json.dumps(values))
    return values


def by_variables() -> dict[str, Any]:
    return mapping(os.environ[_FILES[0]], os.environ.get(_FILES[1]))


@functools.lru_cache
def kept() -> dict[str, Any]:
    return by_variables()


def kept_by_hand() -> dict[str, Any]:
    if not _MADE:
        _MADE.append(by_variables())
    return _MADE[0]


def careless(config_path: str, override_path: str | None = None) -> dict[str, Any]:
    assert Path("config.toml").exists()
    values = mapping(config_path, override_path)
    os.environ["MAIL_PASSWORD"] = "left behind"
    os.chdir("/")
    return values


@dataclasses.dataclass(slots=True)
class Data:
    MAIL_HOST: str
    MAIL_PORT: int
    MAIL_PASSWORD: str


class LowerCase(BaseModel):
    mail_host: str
    mail_port: int
    mail_password: SecretBytes


class Nested(BaseModel):
    class Mail(BaseModel):
        host: str
        port: int

    mail: Mail
    password: str


class Plain:
    MAIL_HOST = "localhost"

    def __init__(self, override_path: str | None = None) -> None:
        values = mapping(os.environ["INTEGR8S_CONF_FILE"], override_path)
        self.MAIL_HOST = values["MAIL_HOST"]
        self._values = values

    @property
    def MAIL_PORT(self) -> Any:
        return self._values["MAIL_PORT"]

    @functools.cached_property
    def MAIL_PASSWORD(self) -> Any:
        return self._values["MAIL_PASSWORD"]

    def reload(self) -> None:
        return None


def data() -> Data:
    return Data(**by_variables())


def lower_case() -> LowerCase:
    return LowerCase(**{name.lower(): value for name, value in by_variables().items()})


def nested() -> Nested:
    host, port, password = by_variables().values()
    return Nested(mail=Nested.Mail(host=host, port=port), password=password)


def of_dynaconf(config_path: str, override_path: str | None = None) -> Any:
    return Dynaconf(**mapping(config_path, override_path))


at_import = types.SimpleNamespace(**by_variables()) if _FILES[0] in os.environ else None
MAIL_HOST, MAIL_PORT, MAIL_PASSWORD = by_variables().values() if at_import else (None, None, None)
