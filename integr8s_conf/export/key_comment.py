"""What a reader of a generated file is told of a section and of a key, as lines of comments."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

from ..secret import escape_unprintable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.plugin import Plugin
    from ..declare.section import Section
    from ..key_reference import KeyReference


def comment(text: str) -> Iterator[str]:
    """Yield each line of a text as a comment, which it cannot leave."""
    for line in text.splitlines():
        yield f"# {escape_unprintable(line)}".rstrip()


def section_comment(section: type[Section], plugin: Plugin) -> Iterator[str]:
    """Yield the heading of a section: its name, its plugin, its docstring."""
    yield from comment(f"---- {section.__name__} (plugin {plugin.name}) ----")
    yield from comment(cleandoc(section.__doc__ or ""))


def key_comment(reference: KeyReference, instead: str | None = None) -> Iterator[str]:
    """Yield the description of a key, its type, unit and rules, and what it has for a default."""
    yield from comment(reference.description)
    kind = f"{reference.type} ({reference.unit})" if reference.unit else reference.type
    rules = "; ".join((*reference.rules, *(f"{one} (a warning)" for one in reference.advice)))
    yield from comment(f"{kind}: {rules}" if rules else kind)
    if instead:
        yield from comment(instead)
