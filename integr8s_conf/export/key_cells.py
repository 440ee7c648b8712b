"""The cells of a key's row: the same in the reference of a deployment and of a plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .page import Line, code, joined, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..declare.catalogue import Catalogue
    from ..key_reference import KeyReference


def description_cell(reference: KeyReference) -> Line:
    """Return what a key is, and what it was."""
    words = [text(reference.description.strip())]
    if reference.deprecated:
        words.append(text(f"({reference.deprecated})"))
    if reference.former_names:
        names = joined(", ", *map(code, reference.former_names))
        when = f", {reference.renamed}" if reference.renamed else ""
        words.append((*text("(formerly "), *names, *text(f"{when})")))
    return joined(" ", *words)


def default_cell(
    catalogue: Catalogue, reference: KeyReference, inputs: Mapping[str, Sequence[str]]
) -> Line:
    """Return what a key has where nothing sets it; of a computed one, the keys in ``inputs``."""
    key = reference.key
    if reference.computed:
        read = joined(", ", *map(code, inputs.get(key, ())))
        return (*text("(computed) from "), *read) if read else text("(computed)")
    if reference.secret:
        said = secret_text(catalogue, reference)
        return (*text("variable "), *code(key), *text(f": {said}"))
    return text("required") if reference.required else code(reference.default or "")


def secret_text(catalogue: Catalogue, reference: KeyReference) -> str:
    """Return all that is said of a secret's default."""
    if reference.required:
        return "required"
    is_none = catalogue.defaults[reference.key] is None
    return "none" if is_none else "a development default"


def value_cell(reference: KeyReference) -> Line:
    """Return a key's type, unit and rules."""
    unit = text(f", {reference.unit}") if reference.unit else ()
    advice = (f"{rule} (a warning)" for rule in reference.advice)
    return joined("; ", (*code(reference.type), *unit), *map(text, (*reference.rules, *advice)))
