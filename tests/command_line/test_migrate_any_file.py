"""``migrate`` changes nothing but names, whatever a file looks like."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integr8s_conf.discover.given import catalogue_of
from integr8s_conf.export.migration import migrated
from integr8s_conf.sources.edited_lines import text_of

from .changed_mail import MAIL

if TYPE_CHECKING:
    from ..conftest import Stranger


@pytest.fixture(autouse=True)
def _mail(stranger: Stranger) -> None:
    stranger(MAIL)


@dataclass(frozen=True)
class Piece:
    """Some lines of a file, and what they should be."""

    was: str
    now: str


NAMES = {
    "SMTP_HOST": "MAIL_HOST",
    "ROUTES": "MAIL_ROUTES",
    "HOPS": "MAIL_HOPS",
    "SMTP_TOKEN": "MAIL_TOKEN",
    "MAIL_SPOOL": None,
    "MAIL_X": "MAIL_X",
    "OTHER": "OTHER",
}

INSIDE = "SMTP_HOST = 1\n[SMTP_HOST]\nMAIL_SPOOL = '''"

VALUES = [
    "1",
    '"SMTP_HOST = 1"',
    f'"""\n{INSIDE}"""',
    '[\n  "SMTP_HOST",  # MAIL_SPOOL = 1\n  "x",\n]',
    "{ SMTP_HOST = 1, MAIL_SPOOL.x = 2 }",
    "2020-01-01 00:00:00",
]

blanks = st.sampled_from(["", " ", "\t "])
values = st.sampled_from(VALUES)
comments = st.sampled_from(["", "  # SMTP_HOST = 1", "\t# [MAIL_SPOOL]"])
noise = st.sampled_from(["", "\n", "# SMTP_HOST = 1\n", "  \t\n\n"])


@st.composite
def spellings(draw: st.DrawFn, name: str) -> Piece:
    """Draw a way to write a name: bare, in quotes, with an escape."""
    written = draw(
        st.sampled_from([name, f'"{name}"', f"'{name}'", f'"\\u{ord(name[0]):04x}{name[1:]}"'])
    )
    now = NAMES[name]
    return Piece(written, "" if now is None else written if now == name else now)


@st.composite
def assignments(draw: st.DrawFn, name: str, *, inner: bool = False) -> Piece:
    spelled = Piece(name, name) if inner else draw(spellings(name))
    dots = draw(st.sampled_from(["", ".x", ' . "SMTP_HOST"', ".MAIL_SPOOL.'a=b'"]))
    rest = f"{dots}{draw(blanks)}={draw(blanks)}{draw(values)}{draw(comments)}\n"
    before = draw(blanks)
    now = f"{before}{spelled.now}{rest}" if spelled.now else ""
    return Piece(f"{before}{spelled.was}{rest}", now)


@st.composite
def tables(draw: st.DrawFn, name: str) -> Piece:
    """Draw a table with keys in it, some by names that mean something at the top level alone."""
    spelled = draw(spellings(name))
    opening, closing = draw(st.sampled_from([("[", "]"), ("[[", "]]")]))
    before, space, end = draw(blanks), draw(blanks), f"{draw(comments)}\n"
    keys = draw(st.lists(st.sampled_from(["SMTP_HOST", "MAIL_SPOOL", "a"]), unique=True))
    dots = draw(st.sampled_from(["", ".x", ' . "SMTP_HOST"']))
    rest = f"{dots}{space}{closing}{end}"
    body = [draw(assignments(key, inner=True)) for key in keys]
    gap = draw(noise)
    was = f"{before}{opening}{space}{spelled.was}{rest}{gap}{''.join(one.was for one in body)}"
    if not spelled.now:
        return Piece(was, gap)
    now = f"{before}{opening}{space}{spelled.now}{rest}{gap}{''.join(one.was for one in body)}"
    return Piece(was, now)


@st.composite
def files(draw: st.DrawFn) -> Piece:
    names = draw(st.permutations(list(NAMES)))
    top = draw(st.integers(0, len(names)))
    pieces: list[Piece] = []
    for number, name in enumerate(names[: draw(st.integers(0, len(names)))]):
        gap = draw(noise)
        pieces += [Piece(gap, gap), draw(assignments(name) if number < top else tables(name))]
    end = draw(st.sampled_from(["", "\n", "# SMTP_HOST = 1"]))
    pieces.append(Piece(end, end))
    was, now = ("".join(getattr(one, side) for one in pieces) for side in ("was", "now"))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return Piece(was.replace("\n", ending), now.replace("\n", ending))


def renamed(values: dict[str, Any]) -> dict[str, Any]:
    return {now: value for name, value in values.items() if (now := NAMES.get(name, name))}


@given(file=files())
def test_nothing_but_the_names_is_changed(file: Piece) -> None:
    catalogue = catalogue_of(["mail"])
    found = text_of(migrated(file.was, catalogue))
    assert found == file.now
    assert tomllib.loads(found) == renamed(tomllib.loads(file.was))
    assert text_of(migrated(found, catalogue)) == found
