"""The configuration reference as a page: what is declared, and beside it what is deployed."""

from __future__ import annotations

import re
from inspect import cleandoc
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..discover.documentation import documentation
from ..display import show
from ..key_reference import KeyReference, key_reference
from ..origin import LayerKind
from ..sources.locate import locate_base, locate_override
from ..sources.safe_file import read_small_file
from ..sources.toml import BOM, read_toml
from .key_cells import default_cell, description_cell, secret_text, value_cell
from .page import (
    Bullets,
    Heading,
    Line,
    Listing,
    Paragraph,
    Part,
    Prose,
    Table,
    code,
    joined,
    text,
)
from .secret_names import secret_names
from .written_lines import excerpt, written_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from ..declare.catalogue import Catalogue
    from ..declare.section import Section
    from ..deployment.combination import Combination, Deployment
    from ..resolve.resolution import Resolution
    from ..sources.toml_scanner import KeyPath

_NEVER_SHOWN = "set, never shown"
"""All that is said of a file that sets a secret."""


class _BaseFile(NamedTuple):
    column: Line
    values: Mapping[str, Any]
    lines: Mapping[KeyPath, Mapping[int, str]]


def reference_page(resolution: Resolution, deployment: Deployment) -> Iterator[Part]:
    """Yield the reference of every declared key, section by section, then the other files.

    Raises:
        ConfigError: A plugin's prose of its sections is not to be had.

    """
    base, prose = _base_file(resolution), documentation(resolution.catalogue)
    yield Heading("Configuration reference", 1)
    yield Paragraph(
        joined(
            " ",
            text("A key has its default where no file and no variable sets it. The column"),
            base.column,
            text(
                "shows what this deployment's base file sets; where it is empty, the default holds."
            ),
        )
    )
    yield from _secrets(resolution)
    for section, names in resolution.catalogue.sections.items():
        yield from _introduction(section, prose)
        yield from _keys(resolution, base, names)
        yield from _removed(resolution.catalogue, section)
    yield from _overrides(resolution, deployment)
    yield from _other_bases(deployment)


def _base_file(resolution: Resolution) -> _BaseFile:
    layer = next(one for one in resolution.layers if one.kind is LayerKind.BASE_FILE)
    content = read_small_file(layer.path or layer.name).data
    lines = written_lines(content.removeprefix(BOM).decode())
    return _BaseFile(code(PurePath(layer.name).name), layer.values, lines)


def _secrets(resolution: Resolution) -> Iterator[Part]:
    names = tuple(secret_names(resolution.catalogue))
    rows = tuple(
        (code(one.key), description_cell(one), text(secret_text(resolution.catalogue, one)))
        for one in _references(resolution, names)
    )
    if rows:
        yield Heading("Secrets")
        yield Paragraph(
            text(
                "Secrets are read from environment variables and secret files, and no value of"
                " theirs is ever shown. Production refuses a development default."
            )
        )
        yield _table(("Variable", "Description", "Default"), rows)


def _introduction(section: type[Section], prose: Mapping[type[Section], str]) -> Iterator[Part]:
    yield Heading(section.__name__)
    for paragraph in re.split(r"\n\s*\n", cleandoc(section.__doc__ or "").strip()):
        if paragraph:
            yield Paragraph(text(paragraph))
    if section in prose:
        yield Prose(prose[section])


def _keys(resolution: Resolution, base: _BaseFile, names: Sequence[str]) -> Iterator[Part]:
    public = {name for name in names if name not in resolution.hidden}
    former = {old for old, new in resolution.catalogue.renamed.items() if new in public}
    if lines := excerpt(base.lines, public | former):
        yield Listing(lines, "toml")
    rows = tuple(_row(resolution, base, one) for one in _references(resolution, names))
    head = (*map(text, ("Key", "Description", "Default")), base.column)
    yield Table((*head, text("Type, unit and rules")), rows)


def _references(resolution: Resolution, names: Sequence[str]) -> Iterator[KeyReference]:
    return (key_reference(resolution.catalogue, name) for name in names)


def _row(resolution: Resolution, base: _BaseFile, reference: KeyReference) -> tuple[Line, ...]:
    key = reference.key
    deployed: Line = ()
    if key in base.values:
        hidden = key in resolution.hidden
        deployed = text(_NEVER_SHOWN) if hidden else code(show(base.values[key]))
    return (
        code(key),
        description_cell(reference),
        default_cell(resolution.catalogue, reference, resolution.inputs),
        deployed,
        value_cell(reference),
    )


def _removed(catalogue: Catalogue, section: type[Section]) -> Iterator[Part]:
    lines = tuple(
        (*code(one.name), *text(f" (in {one.release}): {one.instead}"))
        for one in catalogue.removed.values()
        if one.section is section
    )
    if lines:
        yield Paragraph(text("Removed keys:"))
        yield Bullets(lines)


def _overrides(resolution: Resolution, deployment: Deployment) -> Iterator[Part]:
    """Yield the override files with what each sets, in the order of the deployment."""
    of_files = {one.override: one for one in deployment.main if one.override}
    rows = tuple((code(name), _sets(resolution, one)) for name, one in of_files.items())
    if rows:
        yield Heading("Worker overrides")
        yield Paragraph(
            text("Each of these files is read on top of the base file, by the worker it is for.")
        )
        yield _table(("File", "Sets"), rows)


def _sets(resolution: Resolution, combination: Combination) -> Line:
    request = combination.request
    place = locate_override(request, locate_base(request))
    values = read_toml(place.name, place.path).values if place else {}
    catalogue = resolution.catalogue
    named = {catalogue.renamed.get(key, key): value for key, value in values.items()}
    return joined(
        ", ",
        *(
            (*code(key), *text(f" {_NEVER_SHOWN}"))
            if key in resolution.hidden
            else code(f"{key} = {show(value)}")
            for key, value in named.items()
            if key in catalogue.keys
        ),
    )


def _other_bases(deployment: Deployment) -> Iterator[Part]:
    main = deployment.combinations[0].base
    names = dict.fromkeys(one.base for one in deployment.combinations if one.base != main)
    if names:
        yield Heading("Other base files")
        yield Paragraph(
            text("Each of these files stands alone: it is read in place of the base file.")
        )
        yield Bullets(tuple(map(code, names)))


def _table(head: Sequence[str], rows: tuple[tuple[Line, ...], ...]) -> Table:
    return Table(tuple(map(text, head)), rows)
