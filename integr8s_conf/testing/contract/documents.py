"""Every file that is generated of what plugins declare."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ...declare.section import MISSING
from ...deployment.combination import Combination, Deployment
from ...display import plain
from ...export.config_file import config_text
from ...export.env_example import env_text
from ...export.html import html_text
from ...export.markdown import markdown_text
from ...export.reference_page import reference_page
from ...export.schema import schema_text
from ...export.stubs import stubs_text
from ...export.toml_text import toml_value
from ...request import Request
from ...resolve.resolve import resolve_with

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...declare.catalogue import Catalogue


def reference_texts(catalogue: Catalogue, overrides: Mapping[str, Any]) -> dict[str, str]:
    """Return the reference of all keys as Markdown and as HTML, for an empty base file."""
    with TemporaryDirectory(prefix="integr8s-conf-") as folder:
        base = Path(folder, "config.toml")
        base.touch(mode=0o600)
        request = Request(str(base), env_file=None, secrets_dir=folder, overrides=overrides)
        # A plugin's sources may be far away; the reference speaks of files alone.
        resolution = resolve_with(request, catalogue._replace(sources=()))
        deployment = Deployment((Combination("config.toml", None, request),))
        page = [*reference_page(resolution, deployment)]
    return {"Markdown reference": markdown_text(page), "HTML reference": html_text(page)}


def declaration_texts(catalogue: Catalogue) -> dict[str, str]:
    """Return the other texts, which follow from the declarations alone."""
    return {
        "schema": schema_text(catalogue),
        "stubs": stubs_text(catalogue),
        ".env.example": env_text(catalogue),
        "config.toml": config_text(catalogue),
    }


def written_defaults(catalogue: Catalogue) -> dict[str, Any]:
    """Return the defaults as JSON has them, but for secrets and what is computed."""
    return {
        name: plain(toml_value(value, key.setting.unit))
        for name, key in catalogue.keys.items()
        if not key.setting.secret and (value := catalogue.default_of(name)) is not MISSING
    }
