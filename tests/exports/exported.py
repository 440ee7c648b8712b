"""What the command line generates of the reference deployment, and a stranger to generate for."""

from __future__ import annotations

from contextlib import chdir
from functools import cache
from pathlib import Path

from ..command_line.commands import SETTINGS, integr8s_conf

GOLDEN = Path(__file__).parent / "golden"

ODD = r"""
    from dataclasses import dataclass
    from integr8s_conf import Section, hookimpl, rule, setting

    class Odd(Section):
        '''Odd things.

        ODD_OF_A_DOCSTRING = 1
        '''

        ODD_REQUIRED: int = setting(description="one\nTWO = 1\rTHREE = 2\x0b\u2028FOUR = 4\x1b[31m")
        ODD_EXAMPLE: str = setting(description="a", examples=["such as this"])
        ODD_NONE: int | None = setting(None, "a")
        ODD_COMPUTED: str = setting(description="a", computed=True)
        ODD_MADE: list[str] = setting(lambda: ["made"], "a")
        ODD_EMPTY: dict[str, int] = setting(dict, "a")
        ODD_OLD: int = setting(1, "a", deprecated="use ODD_NEW")
        ODD_URL: str = setting("http://me:hunter2@host/x", "a")
        ODD_OBJECT: object = setting((1, 2), "a")
        ODD_CAST: complex = setting("1", "a", cast=lambda text: {"1": 1j}[text])
        ODD_PASSWORD: str = setting("hunter2", "a\nb", secret=True, min_length=3)
        ODD_TOKEN: str = setting(description="a", secret=True)
        ODD_DSN: str = setting(description="a", secret=True, computed=True)

    class Odder(Odd):
        ODDER: bool = setting(True, "a", unit="x\ny")

    class Same(Odd):
        pass

    class Hidden(Section):
        HIDDEN: str = setting("hunter2", "a", secret=True)

    @hookimpl
    def integr8s_sections():
        return [Odd, Odder, Same, Hidden]

    @hookimpl
    def integr8s_computed():
        return {"ODD_COMPUTED": lambda s: "computed", "ODD_DSN": lambda s: s["ODD_PASSWORD"]}

    @hookimpl
    def integr8s_validators():
        return [rule("ODD_NONE", check=lambda value: True, wanted="good\nFIVE = 5")]
"""


@cache
def exported(*words: str) -> str:
    """Return what ``integr8s-conf export`` prints in the folder of the reference deployment."""
    with chdir(SETTINGS):
        done = integr8s_conf("export", *words)
    assert (done.code, done.err) == (0, "")
    return done.out


def golden(name: str) -> str:
    """Return an output as it must be, letter by letter."""
    return (GOLDEN / name).read_text(encoding="utf-8")
