"""Texts of plugins' modules, put together from what a test is about."""

from __future__ import annotations

from textwrap import dedent, indent

IMPORTS = """\
from dynaconf import Validator
from integr8s_conf import Section, hookimpl, rule, setting
"""

HOOK = """

@hookimpl
def integr8s_{hook}():
    return {text}
"""


def plugin(keys: str = "", /, name: str = "Mail", before: str = "", **hooks: str) -> str:
    """Return a module with one section of ``keys``, if any, and hooks that return a text each."""
    parts = [IMPORTS, dedent(before)]
    if keys:
        parts.append(f"\n\nclass {name}(Section):\n{indent(dedent(keys), '    ')}\n")
        hooks = {"sections": f"[{name}]", **hooks}
    parts += [HOOK.format(hook=hook, text=text) for hook, text in hooks.items()]
    return "".join(parts)
