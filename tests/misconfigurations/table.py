"""The whole table of misconfigurations, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    choices,
    files,
    habits,
    names,
    origins_and_brokers,
    pairs,
    production,
    quantities,
    ranges,
    secrets,
    tables,
    texts,
    toml_syntax,
    types,
    typos,
    units,
    urls,
    variables,
)

if TYPE_CHECKING:
    from .misconfiguration import Misconfiguration

TABLE: dict[str, tuple[Misconfiguration, ...]] = {
    "typos": typos.ROWS,
    "types": types.ROWS,
    "units": units.ROWS,
    "ranges": ranges.ROWS,
    "pairs": pairs.ROWS,
    "choices": choices.ROWS,
    "texts": texts.ROWS,
    "names": names.ROWS,
    "quantities": quantities.ROWS,
    "urls": urls.ROWS,
    "origins-and-brokers": origins_and_brokers.ROWS,
    "secrets": secrets.ROWS,
    "production": production.ROWS,
    "variables": variables.ROWS,
    "tables": tables.ROWS,
    "toml-syntax": toml_syntax.ROWS,
    "habits": habits.ROWS,
    "files": files.ROWS,
}

ROWS = {f"{kind}/{row.name}": row for kind, rows in TABLE.items() for row in rows}
"""Every row by its full name, which is also the name of its test."""
