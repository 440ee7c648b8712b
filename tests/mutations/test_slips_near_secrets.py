"""No single slip of the hand in a file makes an error show a secret, or a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")

SECRETS = ("swordfish-Tr0ub4dor", "hunter2/correct==", "battery staple: 99 redispassword")
TEXT = '''\
SECRET_KEY = "swordfish-Tr0ub4dor"
WEB_THREADS = 4
MONGO_PASSWORD = """
hunter2/correct==
"""
MONGO_PASWORD = 'hunter2/correct=='
LOG_LEVEL = "INFO"
REDIS_PASSWORD = 'battery staple: 99 redispassword' # of Redis
MONGO_HOST = "mongo"
[a]
b = { "c" = "battery staple: 99", d = ["swordfish-Tr0ub4dor"] }
'''
INSERTED = ('"', "'", "\n", "[", "{", "=", ":", "#", "\\")
LEAST = 7
"""Shorter parts of a secret stand in names of keys and in the words of errors, too."""


def parts_of(secret: str) -> Iterator[str]:
    return (secret[i : i + LEAST] for i in range(len(secret) - LEAST + 1))


PARTS = frozenset(part for secret in SECRETS for part in parts_of(secret))


def slips() -> Iterator[str]:
    """Yield the text with one character left out, or one more in it, or two swapped."""
    for at in range(len(TEXT)):
        yield TEXT[:at] + TEXT[at + 1 :]
        yield TEXT[:at] + TEXT[at + 1 : at + 2] + TEXT[at : at + 1] + TEXT[at + 2 :]
        for character in INSERTED:
            yield TEXT[:at] + character + TEXT[at:]


def line_slips() -> Iterator[str]:
    """Yield the text with one line left out, or two lines in one."""
    lines = TEXT.split("\n")
    for number in range(len(lines)):
        yield "\n".join(lines[:number] + lines[number + 1 :])
        yield "\n".join(lines[:number]) + "".join(lines[number:])
        yield "\n".join(lines[number:])


def said_of(text: str, file: Path) -> str:
    file.write_text(text, encoding="utf-8", newline="")
    try:
        Settings(file, env_file=None, secrets_dir=file.parent)
    except ConfigError as error:
        return "\n".join([str(error), repr(error), *map(repr, error.problems)])
    return ""


@pytest.mark.parametrize("kind", [slips, line_slips])
def test_no_slip_shows_a_secret(kind: Callable[[], Iterator[str]], tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    leaks = []
    for text in dict.fromkeys(kind()):
        said = said_of(text, file)
        if any(part in said for part in PARTS):
            leaks.append((text, said))
    assert not leaks, f"{len(leaks)} leaks; the first:\n{leaks[0][0]}\n{leaks[0][1]}"
