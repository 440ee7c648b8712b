"""The text of a lock: what is in it, and that it is the same wherever it is made."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from integr8s_conf.lock.entry import LockedKey, LockedPlugin
from integr8s_conf.lock.read import read_lock
from integr8s_conf.lock.steady import steady
from integr8s_conf.lock.written import lock_text

from .conftest import run

if TYPE_CHECKING:
    import pytest

    from ..conftest import Python, Stranger, Write

GOLDEN = Path(__file__).parent / "golden"

AWKWARD = """
    import datetime, enum, functools, os, pathlib, typing
    from dataclasses import dataclass
    from integr8s_conf import Section, hookimpl, rule, setting

    class Mode(enum.Enum):
        FAST = "fast"
        SAFE = "safe"

    @dataclass
    class Endpoint:
        host: str
        modes: list[Mode]
        port: int = 25

    class Opaque:
        def __init__(self, text):
            self.text = text

    def machine():
        raise RuntimeError("a default is not made for a lock")

    class Odd(Section):
        ODD_OPTIONAL: typing.Optional[int] = setting(None, "Optional")
        ODD_UNION: int | None = setting(None, "The same")
        ODD_MODE: Mode = setting(Mode.FAST, "Enum")
        ODD_ENDPOINTS: list[Endpoint] = setting(list, "Dataclasses with an Enum")
        ODD_NAMES: set[str] = setting({"b", "a", "c", "d", "e"}, "A set")
        ODD_MADE: str = setting(machine, "Made at each load")
        ODD_PARTIAL: str = setting(functools.partial(str, 1), "Made by what has no name")
        ODD_OPAQUE: Opaque = setting(Opaque("x"), "No text of its own", cast=Opaque)
        ODD_LONG: str = setting("x" * 500, "Too long to be read")
        ODD_URL: str = setting("http://me:pa55word@example.com", "With a password")
        ODD_QUOTED: str = setting('say "it\\'s"\\n\\x1b[2J', "Quotes and escapes")
        ODD_SINCE: datetime.date = setting(datetime.date(2026, 1, 2), "A date")
        ODD_WAIT: datetime.timedelta = setting(datetime.timedelta(minutes=5), "A duration")

    @hookimpl
    def integr8s_sections():
        return [Odd]
"""


def lock_here() -> str:
    done = run("lock")
    assert done.code == 0, done.err
    return Path("integr8s-conf.lock").read_bytes().decode()


def without_release(text: str) -> str:
    """Return a lock without what each release of ours changes."""
    return re.sub(r'^(version|digest) = ".*"\n', "", text, flags=re.MULTILINE)


def test_the_lock_of_our_sections_is_as_it_was_looked_over(write: Write) -> None:
    assert without_release(lock_here()) == (GOLDEN / "sections.lock").read_text(encoding="utf-8")


def test_any_declaration_is_said_in_words_that_no_machine_changes(
    stranger: Stranger, write: Write
) -> None:
    stranger(AWKWARD, name="odd", distribution="odd-conf")
    _, _, ours = lock_here().partition("[plugins.odd]\n")
    ours, _, _ = ours.partition("\n[plugins.rate_limit]")
    assert ours == (GOLDEN / "odd.lock").read_text(encoding="utf-8")


def test_a_lock_is_the_same_whatever_the_hash_seed_and_the_order_of_plugins(
    stranger: Stranger, write: Write, python: Python
) -> None:
    stranger(AWKWARD, name="odd", distribution="odd-conf")
    code = """
        import sys
        sys.path[:] = sorted(sys.path, reverse=bool(int(sys.argv[1])))
        from integr8s_conf.cli import main
        main(["lock", "--check"])
    """
    lock_here()
    for seed in ("1", "2"):
        program = code.replace("sys.argv[1]", repr(str(int(seed) - 1)))
        assert python(program, PYTHONHASHSEED=seed) == "integr8s-conf.lock: up to date\n"


texts = st.text(max_size=20).map(steady)
keys = st.builds(
    LockedKey,
    type=texts.filter(bool),
    unit=texts,
    required=st.booleans(),
    default=texts,
    rules=st.lists(texts, max_size=3).map(tuple),
)
plugins = st.builds(
    LockedPlugin,
    distribution=texts,
    version=texts,
    keys=st.dictionaries(st.from_regex(r"[A-Z][A-Z0-9_]{0,9}", fullmatch=True), keys, max_size=3),
    removed=st.dictionaries(st.from_regex(r"[A-Z]+", fullmatch=True), texts, max_size=2),
)


@given(st.dictionaries(texts.filter(bool), plugins, max_size=3))
def test_a_lock_reads_back_as_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, lock: dict[str, LockedPlugin]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.lock"
    path.write_text(lock_text(lock), encoding="utf-8", newline="")
    found = read_lock("any.lock", str(path))
    assert (found.problems, found.lock) == ((), lock)
