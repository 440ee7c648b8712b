"""The line of what is wrong within a value, however TOML writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integr8s_conf import ConfigError

from .inner_values import heading

if TYPE_CHECKING:
    from .conftest import Declare, Load, Wrong

LINES: list[tuple[str, str, list[str]]] = [
    ("Server", 'MAIL_X = { host = "a", port = "b" }', ["MAIL_X.port:1"]),
    ("Server", '[MAIL_X]\nhost = "a"\n\nport = "b"', ["MAIL_X.port:4"]),
    ("Server", 'MAIL_X.host = "a"\nMAIL_X.port = "b"', ["MAIL_X.port:2"]),
    ("Server", '[MAIL_X]\nhost = "a"\ntags = [\n  "a",\n  2,\n]', ["MAIL_X.tags[1]:5"]),
    ("Server", '[MAIL_X]\nhost = "a"\nretry.times = "b"', ["MAIL_X.retry.times:3"]),
    ("Server", '[MAIL_X]\nhost = "a"\n[MAIL_X.retry]\n\ntimes = "b"', ["MAIL_X.retry.times:5"]),
    ("Server | None", '\n[MAIL_X]\nhost = 1\nlevel = "high"', ["MAIL_X.host:3", "MAIL_X.level:4"]),
    ("list[Server]", '[[MAIL_X]]\nhost = "a"\n[[MAIL_X]]\nhost = 1', ["MAIL_X[1].host:4"]),
    ("list[Server]", 'MAIL_X = [\n  { host = "a" },\n  { host = 1 },\n]', ["MAIL_X[1].host:3"]),
    ("list[Server]", 'MAIL_X = [\n {},\n {host = "a"},\n  3\n]', ["MAIL_X[0]:2", "MAIL_X[2]:4"]),
    ("list[list[int]]", "MAIL_X = [\n  [1],\n  [\n    2,\n    '3'\n  ],\n]", ["MAIL_X[1][1]:5"]),
    ("dict[str, Server]", '[MAIL_X.a]\nhost = "a"\n[MAIL_X.b]\nport = 1', ["MAIL_X.b:3"]),
    ("dict[str, Server]", '[MAIL_X."a b"]\nhost = "a"\nfolder = 1', ['MAIL_X."a b".folder:3']),
    ("dict[str, Server]", '[MAIL_X]\na.host = "a"\na.since = 1', ["MAIL_X.a.since:3"]),
    ("dict[str, Server | None]", '[MAIL_X]\na = ""\n[MAIL_X.b]\nhost = 1', ["MAIL_X.b.host:4"]),
    ("dict[str, list[Server]]", '[[MAIL_X.a]]\nhost = "a"\n[[MAIL_X.a]]\n', ["MAIL_X.a[1]:3"]),
    (
        "list[Route]",
        '[[MAIL_X]]\ntopic = "a"\n[[MAIL_X.servers]]\nhost = "a"\n[[MAIL_X.servers]]\nhost = 1',
        ["MAIL_X[0].servers[1].host:6"],
    ),
    ("tuple[int, timedelta]", "MAIL_X = [\n  1, # [\n  true,\n]", ["MAIL_X[1]:3"]),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "toml", "told"), LINES)
def test_path_and_line_of_what_is_wrong(
    type_: str, toml: str, told: list[str], wrong: Wrong
) -> None:
    found = [heading(problem) for problem in wrong(type_, toml)]
    assert found == [one.replace(":", "   config.toml:") for one in told]


# What TOML has for an item, and what may stand between two of them.
ITEMS = st.sampled_from(
    [
        "1",
        "2026-02-03 04:05:06",
        '"a, ]"',
        "'[#'",
        '"""\n,"\n]"""',
        "'''\n[\n'''",
        "[ 1, [2],\n 3 ]",
        '{ a = "}", b = [] }',
    ]
)
GAPS = st.text(" \n", max_size=3).flatmap(
    lambda gap: st.sampled_from([gap, f'{gap}# ], " [\n', f"{gap}\n"])
)


@pytest.fixture
def booleans(declare: Declare) -> None:
    declare("MAIL_X: list[bool] = setting()")


@given(items=st.lists(st.tuples(GAPS, ITEMS, GAPS), min_size=1, max_size=6), last=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_line_of_each_item_of_an_array(
    items: list[tuple[str, str, str]], last: bool, load: Load, booleans: None
) -> None:
    text, lines = "MAIL_X = [", []
    for before, item, after in items:
        text += before
        lines.append(text.count("\n") + 1)
        text += f"{item}{after},"
    with pytest.raises(ConfigError) as refusal:
        load(f"{text if last else text[:-1]}]")
    found = [(one.path, one.origin and one.origin.line) for one in refusal.value.problems]
    assert found == [((number,), line) for number, line in enumerate(lines)]
