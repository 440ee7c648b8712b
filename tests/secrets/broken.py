"""Configurations that are refused, each of which holds secrets at the spot where it is broken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .traces import CANARY
from .ways import write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

SHORT = f"{CANARY}-short"
LONG = f"{CANARY}-{'x' * 40}"


@dataclass(frozen=True)
class Broken:
    """Texts of files by name, variables, and arguments of ``Settings``."""

    files: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, Any] = field(default_factory=dict)

    def install(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        """Write it into the folder, which becomes the working directory, and set its variables."""
        self.write(folder)
        patch.chdir(folder)
        for name, text in self.variables.items():
            patch.setenv(name, text)

    def write(self, folder: Path) -> None:
        """Write its files into the folder."""
        for name, text in {"config.toml": "", **self.files}.items():
            write(folder / name, text)


def toml(*lines: str) -> Broken:
    return Broken({"config.toml": "\n".join(("PROJECT_NAME = 'x'", *lines, "MONGO_PORT = 1", ""))})


BROKEN: dict[str, Broken] = {
    # The signing key is too short, by each way in.
    "short key in a variable": Broken(variables={"SECRET_KEY": SHORT}),
    "short key in a prefixed variable": Broken(variables={"INTEGR8S_SECRET_KEY": SHORT}),
    "short key in an env file": Broken({".env": f"SECRET_KEY='{SHORT}'\n"}),
    "short key in a secrets folder": Broken(
        {"secrets/SECRET_KEY": SHORT}, asked={"secrets_dir": "secrets"}
    ),
    "short key in a named file": Broken({"key": SHORT}, {"SECRET_KEY_FILE": "key"}),
    "short key in TOML": toml(f'SECRET_KEY = "{SHORT}"'),
    "short key in an override file": Broken(
        {"worker.toml": f'SECRET_KEY = "{SHORT}"'}, asked={"override_path": "worker.toml"}
    ),
    "short key in overrides": Broken(asked={"overrides": {"SECRET_KEY": SHORT}}),
    # A secret of another type.
    "list of secrets": toml(f'SECRET_KEY = ["{LONG}"]'),
    "table of secrets": toml(f'SECRET_KEY = {{ a = "{LONG}" }}'),
    "bytes in overrides": Broken(asked={"overrides": {"SECRET_KEY": LONG.encode()}}),
    "number in overrides": Broken(asked={"overrides": {"SECRET_KEY": 3}, "config_path": None}),
    # A key that nobody declares.
    "unknown key": toml(f'MONGO_PASWORD = "{LONG}"'),
    "unknown key that is near nothing": toml(f'XYZZY = "{LONG}"'),
    "unknown key with a list": toml(f'MONGO_PASWORD = ["{LONG}"]'),
    "lower-case key": toml(f'mongo_password = "{LONG}"'),
    "unknown override": Broken(asked={"overrides": {"MONGO_PASWORD": LONG}}),
    "unknown variable": Broken(variables={"INTEGR8S_MONGO_PASWORD": LONG}),
    "unknown variable in an env file": Broken({".env": f"INTEGR8S_MONGO_PASWORD={LONG}\n"}),
    "secret in a stray table": toml("[database]", f'MONGO_PASSWORD = "{LONG}"'),
    "unknown key in a table": toml("[database]", f'password = "{LONG}"'),
    "secret in an array of tables": toml("[[database]]", f'password = "{LONG}"'),
    # A secret that is given twice.
    "twice in TOML": toml(f'SECRET_KEY = "{LONG}1"', f'SECRET_KEY = "{LONG}2"'),
    "unknown key twice": toml(f'TOKEN = "{LONG}1"', f'TOKEN = "{LONG}2"'),
    "two variables": Broken(variables={"SECRET_KEY": LONG, "INTEGR8S_SECRET_KEY": f"{LONG}2"}),
    "variable and file": Broken(
        {"key": LONG}, {"SECRET_KEY": f"{LONG}2", "SECRET_KEY_FILE": "key"}
    ),
    # Files that are no secrets' files.
    "secret where a file is named": Broken(variables={"MONGO_PASSWORD_FILE": LONG}),
    "secret with slashes where a file is named": Broken(
        variables={"MONGO_PASSWORD_FILE": f"{CANARY}/+{CANARY}="}
    ),
    "secret in base64 where a file is named": Broken(
        variables={"MONGO_PASSWORD_FILE": f"{CANARY}Ab/Cd+Ef"}
    ),
    "secret of letters and digits where a file is named": Broken(
        variables={"MONGO_PASSWORD_FILE": f"{CANARY}AbCdEfGh/{CANARY}IjKlMnOp"}
    ),
    "secret URL where a file is named": Broken(
        variables={"MONGODB_URL_FILE": f"mongodb://root:{CANARY}@mongo:27017/x"}
    ),
    "secret where a file is named in an env file": Broken(
        {".env": f"MONGO_PASSWORD_FILE={LONG}\n"}
    ),
    "secret file that is too large": Broken(
        {"secrets/SECRET_KEY": LONG * 40_000}, asked={"secrets_dir": "secrets"}
    ),
    # A connection string that is none.
    "wrong scheme in a variable": Broken(variables={"MONGODB_URL": f"http://root:{CANARY}@mongo"}),
    "wrong scheme in TOML": toml(f'MONGODB_URL = "{CANARY}"'),
    "password in a URL that is no secret": toml(f'APP_URL = "ftp://me:{CANARY}@host/x"'),
    "password in a list of URLs": toml(f'CORS_ORIGINS = ["ftp://me:{CANARY}@host/x", 3]'),
    "password in a URL of the wrong type": toml(f'MONGO_PORT = "http://me:{CANARY}@host/x"'),
    "password in a URL in a variable": Broken(
        variables={"INTEGR8S_APP_URL": f"ftp://me:{CANARY}@host/x"}
    ),
    "long password in a URL": toml(f'APP_URL = "ftp://me:{CANARY}{"x" * 200}@host/x"'),
    # TOML that is none, on the line of a secret.
    "no quotes": toml(f"SECRET_KEY = {LONG}"),
    "no closing quote": toml(f'SECRET_KEY = "{LONG}'),
    "no equals sign": toml(f'SECRET_KEY "{LONG}"'),
    "colon": toml(f'SECRET_KEY: "{LONG}"'),
    "text behind a secret": toml(f'SECRET_KEY = "{LONG}" {CANARY}'),
    "bad escape": toml(f'SECRET_KEY = "{CANARY}\\q{CANARY}"'),
    "control character": toml(f'SECRET_KEY = "{CANARY}\x01{CANARY}"'),
    "no quotes around an unknown key's value": toml(f"API_TOKEN = {LONG}"),
    "shell syntax": toml(f"export SECRET_KEY={LONG}"),
    "secret on two lines": toml(f'SECRET_KEY = "{LONG}', f'{CANARY}second"'),
    "secret alone on a line": toml(LONG),
    "secret in base64 on a second line": toml(f'SECRET_KEY = "{LONG}', f'{CANARY}base64=="'),
    "upper-case secret on a second line": toml(f'SECRET_KEY = "{LONG}', f"{CANARY.upper()}ABC="),
    "key file pasted": toml(
        'SECRET_KEY = "-----BEGIN PRIVATE KEY-----', f"{CANARY}/abc+{CANARY}", f"{CANARY}==", '"'
    ),
    "no closing triple quote": toml(f'SECRET_KEY = """{LONG}', f"{CANARY} = 1"),
    "secret behind a broken line": toml("MONGO_DB = oops", f'SECRET_KEY = "{SHORT}"'),
    "secret before a broken line": toml(f'SECRET_KEY = "{SHORT}"', "MONGO_DB = oops"),
    "secret in a broken table": toml(f"[database] SECRET_KEY = '{LONG}'"),
    "secret in a broken inline table": toml(f'X = {{ password = "{LONG}", oops }}'),
    "secret in a broken list": toml(
        "CORS_ORIGINS = [", f'  "https://me:{CANARY}@host",', "  oops", "]"
    ),
    "password in a URL on a broken line": toml(f'APP_URL = "ftp://me:{CANARY}@host/x'),
    "long password in a URL on a broken line": toml(
        f'APP_URL = "ftp://me:{CANARY}{"x" * 200}@host/x'
    ),
    "UTF-16": Broken({"config.toml": f"KEY = '{LONG}'\n".encode("utf-16").decode("latin-1")}),
    "env file that is none": Broken({".env": f"SECRET_KEY='{LONG}\n{CANARY}\n"}),
    "env file with a secret alone": Broken({".env": f"{LONG}\n"}, {"SECRET_KEY": SHORT}),
    # Production.
    "secret in TOML in production": toml('ENVIRONMENT = "production"', f'SECRET_KEY = "{LONG}"'),
    # Another problem beside a sound secret.
    "problem of another key": Broken(
        {"config.toml": 'MONGO_PORT = "27017"\n'},
        {"SECRET_KEY": LONG, "MONGO_USER": CANARY, "MONGO_PASSWORD": LONG},
    ),
    "rule between keys": Broken(
        {"config.toml": "KAFKA_HEARTBEAT_INTERVAL_MS = 99999\n"}, {"SECRET_KEY": LONG}
    ),
}

OF_PROCESS = {name: broken for name, broken in BROKEN.items() if not broken.asked}
"""Those that need no arguments, and so concern the process's own settings as well."""
