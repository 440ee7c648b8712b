"""A fresh ``config.toml``: every key of the installed sections, at its default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..key_reference import key_reference
from .key_comment import comment, key_comment, section_comment
from .shown_default import shown_default
from .toml_text import toml_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Catalogue
    from ..declare.section import Section
    from ..key_reference import KeyReference

_HEADER = """\
Every key of the installed sections, at its default.
A key that is left out keeps its default: keep here what differs from it.
Secrets do not belong here: they come from the environment, from secret files or from .env.
"""


def config_text(catalogue: Catalogue) -> str:
    """Return a commented base file that resolves to the same values as an empty one."""
    blocks = ["\n".join(comment(_HEADER))]
    for section, names in sections_with_keys(catalogue):
        blocks.append("\n".join(section_comment(section, catalogue.keys[names[0]].plugin)))
        blocks += ["\n".join(_key_lines(catalogue, name)) for name in names]
    return "\n\n".join(blocks) + "\n"


def sections_with_keys(catalogue: Catalogue) -> Iterator[tuple[type[Section], list[str]]]:
    """Yield each section with the keys that it declares first; none where it only inherits."""
    for section, names in catalogue.sections.items():
        if own := [name for name in names if catalogue.keys[name].section is section]:
            yield section, own


def _key_lines(catalogue: Catalogue, name: str) -> Iterator[str]:
    reference = key_reference(catalogue, name)
    if reference.secret:
        yield from key_comment(reference, _of_secret(reference))
        return
    default = shown_default(catalogue, reference)
    yield from key_comment(reference, default.instead)
    line = toml_line(name, default.value, unit=reference.unit)
    yield f"# {line}" if default.instead else line


def _of_secret(reference: KeyReference) -> str:
    if reference.computed:
        return f"{reference.key} is a secret, computed where the variable of that name is not set"
    return f"{reference.key} is a secret: set the variable of that name"
