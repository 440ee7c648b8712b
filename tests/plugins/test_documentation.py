"""The prose that a plugin gives of its sections."""

from __future__ import annotations

import re

import pytest

from ..command_line.commands import integr8s_conf

MAIL = """
    from integr8s_conf import Section, hookimpl, setting

    class Mail(Section):
        '''Outgoing mail.'''
        MAIL_HOST: str = setting("localhost", "a host")

    @hookimpl
    def integr8s_sections():
        return [Mail]

    @hookimpl
    def integr8s_documentation():
        return {returned}
"""
PROSE = """{Mail: '''
        # Relays

        Ask the **relay** <script>alert(1)</script>.

        Ports
        -----

        ~~~
        # no heading
        ~~~
    '''}"""


def docs(stranger, returned: str, *words: str) -> str:
    stranger(MAIL.replace("{returned}", returned))
    done = integr8s_conf("export", "docs", *words)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_prose_stands_between_the_docstring_and_the_keys(stranger) -> None:
    page = docs(stranger, PROSE)
    assert re.search(r"## Mail\n\nOutgoing mail\.\n\n### Relays\n.*\n\| Key ", page, re.DOTALL)


def test_headings_of_prose_stand_below_the_section(stranger) -> None:
    page = docs(stranger, PROSE)
    assert "\n### Relays\n" in page
    assert "\n#### Ports\n" in page
    assert "\n# no heading\n" in page


def test_prose_is_html_in_an_html_page_and_html_in_it_is_text(stranger) -> None:
    page = docs(stranger, PROSE, "--format", "html")
    assert "<h3>Relays</h3>" in page
    assert "<strong>relay</strong>" in page
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_terminal_escapes_in_prose_are_escaped(stranger) -> None:
    assert "\x1b" not in docs(stranger, "{Mail: 'red \\x1b[31m'}")


def test_hook_is_called_for_documentation_alone(stranger) -> None:
    stranger(MAIL.replace("{returned}", "1 / 0"))
    assert integr8s_conf("check").code == 0
    done = integr8s_conf("export", "docs")
    assert done.code == 78
    assert "integr8s_documentation raised ZeroDivisionError" in done.err


@pytest.mark.parametrize(
    ("returned", "found"),
    [
        ("'prose'", "integr8s_documentation returned "),
        ("{Mail: 1}", "returned an integer as the text of Mail"),
        ("{'Mail': 'prose'}", "as a key"),
        ("{Section: 'prose'}", "returned prose of Section"),
    ],
)
def test_other_return_is_refused(stranger, returned: str, found: str) -> None:
    stranger(MAIL.replace("{returned}", returned))
    done = integr8s_conf("export", "docs")
    assert done.code == 78
    assert found in done.err


def test_what_a_hook_prints_is_no_part_of_the_page(stranger) -> None:
    stranger(MAIL.replace("{returned}", "print('noise') or {}"))
    done = integr8s_conf("export", "docs")
    assert "noise" not in done.out
    assert "noise" in done.err
