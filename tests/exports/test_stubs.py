"""The stub gives every key its type: to readers, to mypy, and to pyright."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..command_line.commands import integr8s_conf

if TYPE_CHECKING:
    from ..conftest import Stranger

GOLDEN = Path(__file__).parent / "golden" / "stubs-of-a-stranger.txt"
SAMPLES = Path(__file__).parents[1] / "typing"
RIGHT, WRONG = "declared_keys.py", "misused_keys.py"
MARK = re.compile(r"# error: (\S+)$")

MAIL = '''
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, NewType, Optional, TypedDict
from integr8s_conf import Section, hookimpl, setting

Topic = NewType("Topic", str)


class Color(Enum):
    RED = "red"


@dataclass
class Route:
    to: str


class Retry(TypedDict):
    times: int


def local():
    class Local:
        pass

    return Local


Local = local()


class Mail(Section):
    """Outgoing mail."""

    class Level(Enum):
        LOW = 1

    MAIL_PORT: int = setting(25, "SMTP port")
    MAIL_TLS: Literal["none", "tls"] = setting("none", 'Say "tls" \\\\ or\\n\\x1b[31m"none"')
    MAIL_PASSWORD: str = setting("dev-mail", "Password", secret=True)
    MAIL_URL: str = setting(description="Address", computed=True)
    MAIL_TOPIC: Topic = setting(Topic("news"))
    MAIL_ROUTES: dict[str, Route] = setting(dict, "Recipients by topic")
    MAIL_RETRY: Retry = setting({"times": 3}, "Retries")
    MAIL_LEVEL: Level = setting(Level.LOW)
    MAIL_COLOR: Literal[Color.RED] | None = setting(None)
    MAIL_SPOOL: Optional[Path] = setting(None)
    MAIL_PAUSE: timedelta = setting("5s", "Pause", unit="seconds")
    MAIL_NAMES: Annotated[tuple[str, ...], "unused"] = setting(())
    MAIL_PAIR: tuple[int, float] = setting((1, 2.0))
    MAIL_NOTHING: tuple[()] = setting(())
    MAIL_BARE: dict = setting(dict)
    MAIL_MAPPING: Mapping[str, list[Any]] = setting(dict)
    MAIL_LOCAL: Local = setting(Local(), cast=lambda value: value)
    MAIL_LOCALS: list[Local] = setting([], cast=list)
    MAIL_HANDLER: Callable[[int], str] = setting("f", cast=lambda name: str)


@hookimpl
def integr8s_sections():
    return [Mail]


@hookimpl
def integr8s_computed():
    return {"MAIL_URL": lambda s: "smtp://"}
'''


@pytest.fixture
def project(stranger: Stranger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with the stranger's plugin, the stub, and the samples of right and wrong."""
    stranger(MAIL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "typings").mkdir()
    done = integr8s_conf("export", "stubs", "-o", "typings/integr8s_conf_keys.pyi")
    assert done.code == 0, done.err
    for name in (RIGHT, WRONG):
        shutil.copy(SAMPLES / name, tmp_path)
    return tmp_path


def test_stub_of_a_stranger(stranger: Stranger) -> None:
    stranger(MAIL)
    done = integr8s_conf("export", "stubs", INTEGR8S_CONF_PLUGINS="mail")
    assert (done.code, done.out) == (0, GOLDEN.read_text(encoding="utf-8"))


def test_stub_is_python() -> None:
    compile(integr8s_conf("export", "stubs").out, "integr8s_conf_keys.pyi", "exec")


def test_stub_is_the_same_in_every_process(stranger: Stranger) -> None:
    stranger(MAIL)
    texts = {integr8s_conf("export", "stubs", PYTHONHASHSEED=str(seed)).out for seed in range(3)}
    assert len(texts) == 1


def test_no_secret_is_in_the_stub(stranger: Stranger) -> None:
    stranger(MAIL)
    text = integr8s_conf("export", "stubs").out
    assert "dev-mail" not in text
    assert "rootpassword" not in text


def test_mypy_knows_every_key(project: Path) -> None:
    # It does not read PYTHONPATH: that is where the stranger's plugin is.
    path = os.pathsep.join(["typings", *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
    (project / "mypy.ini").write_text(f"[mypy]\nstrict = true\nmypy_path = {path}\n")
    lines = _run("mypy", "--no-incremental", RIGHT, WRONG).splitlines()

    found = [re.match(rf"({RIGHT}|{WRONG}):(\d+): error: .*\[(\S+)\]$", line) for line in lines]
    errors = {(one[1], int(one[2]), one[3]) for one in found if one}
    assert errors == {(WRONG, line, code) for line, code in _marked()}, "\n".join(lines)
    assert not [line for line in lines if line.startswith("typings")]


def test_pyright_knows_every_key(project: Path) -> None:
    answer = json.loads(
        _run("pyright", "--outputjson", "--pythonpath", sys.executable, RIGHT, WRONG, "typings")
    )
    errors = {
        (Path(one["file"]).name, one["range"]["start"]["line"] + 1)
        for one in answer["generalDiagnostics"]
        if one["severity"] == "error"
    }
    assert errors == {(WRONG, line) for line, _ in _marked()}, answer


def _run(checker: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", checker, *arguments], capture_output=True, text=True, check=False
    )
    assert not done.stderr, done.stderr
    return done.stdout


def _marked() -> list[tuple[int, str]]:
    """Return the lines that are wrong, each with the code that mypy has for it."""
    lines = (SAMPLES / WRONG).read_text(encoding="utf-8").splitlines()
    return [(at, mark[1]) for at, line in enumerate(lines, 1) if (mark := MARK.search(line))]
