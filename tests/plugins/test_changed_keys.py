"""A bad declaration of what became of a key is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .changed_mail import REMOVED
from .refusals import only_problem, problems_of
from .sources import plugin

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

A_TO_B = 'MAIL_B: int = setting(1, renamed_from="MAIL_A")'


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        (
            f'{A_TO_B}\nMAIL_C: int = setting(1, renamed_from="MAIL_B")',
            "MAIL_B is a key of plugin mail (mail-conf 1.0), itself renamed; drop that key,"
            " and write renamed_from=('MAIL_B', 'MAIL_A')",
        ),
        (
            f'{A_TO_B}\nMAIL_A: int = setting(1, renamed_from="MAIL_B")',
            "MAIL_A is a key of plugin mail (mail-conf 1.0), itself renamed from MAIL_B;"
            " drop one of the two keys",
        ),
    ],
)
def test_chain_or_cycle_of_renames_is_refused(
    keys: str, hint: str, stranger: Stranger, write: Write
) -> None:
    write("config.toml", "")
    stranger(plugin(keys))
    problems = problems_of()
    assert problems[0].hint == hint
    assert problems[0].wanted == "a former name that is free"


@pytest.mark.parametrize(
    ("keys", "found", "hint"),
    [
        ("A: int = setting(1, renamed_in='2')", "renamed_in= without renamed_from=", "add renamed"),
        ("A: int = setting(1, deprecated_in='2')", "deprecated_in= without deprecated=", "add dep"),
        (
            "A: int = setting(1, removed_in='2')",
            "removed_in= without renamed_from= or deprecated=",
            "add renamed_from= or deprecated=, or drop removed_in=",
        ),
        (
            "A: int = setting(1, deprecated=True, removed_in=3.0)",
            "removed_in=3.0",
            'write a text: removed_in="2.0"',
        ),
        ("A: int = setting(1, renamed_from=[3])", "renamed_from=3", "write the former name as"),
        ("A: int = removed('use B', version='2')", "a removed() with a type", "write A = removed"),
        (
            "A = removed('', version='2')",
            "a removed() that does not say what",
            "write A = removed(",
        ),
        ("A = removed('use B', version=2)", "version=2", 'write a text: version="2.0"'),
        ("A__B = removed('use B', version='2')", "the name A__B", "write A_B"),
        ("A = 3", "a plain value (an integer)", "write A: TYPE = setting("),
    ],
)
def test_bad_declaration_of_a_change_is_refused(
    keys: str, found: str, hint: str, stranger: Stranger, write: Write
) -> None:
    write("config.toml", "")
    stranger(plugin(keys, before=REMOVED))
    problem = only_problem()
    assert problem.wanted == "a sound declaration"
    assert problem.found.startswith(found)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("MAIL_A: int = setting(1)", "plugin post (post-conf 1.0) declares the key MAIL_A"),
        ("MAIL_B: int = setting(1, renamed_from='MAIL_A')", "MAIL_A is a former name of MAIL_B"),
        ("MAIL_A = removed('no', version='1')", "plugin mail (mail-conf 1.0) removed the key"),
    ],
)
def test_removed_key_that_somebody_has_names_both_plugins(
    key: str, said: str, stranger: Stranger, write: Write
) -> None:
    write("config.toml", "")
    stranger(plugin("MAIL_A = removed('use B', version='2')", before=REMOVED))
    stranger(plugin(key, "Post", before=REMOVED), name="post", distribution="post-conf")
    problem = only_problem()
    assert problem.key == "MAIL_A"
    assert problem.found.startswith(said)
    assert "plugin mail (mail-conf 1.0)" in problem.found
    assert "plugin post (post-conf 1.0)" in problem.found
