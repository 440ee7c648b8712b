"""Independent validators of JSON Schema: one reads patterns as Python does, one as browsers do."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import regress
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.policy import PluginPolicy
from integr8s_conf.export.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def _pattern(validator: Any, pattern: str, value: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and regress.Regex(pattern, "u").find(value) is None:
        yield ValidationError(f"{value!r} does not match {pattern!r}")


VALIDATORS = (Draft202012Validator, extend(Draft202012Validator, {"pattern": _pattern}))


def exported() -> dict[str, Any]:
    """Return the schema of the plugins that are installed now."""
    schema: dict[str, Any] = json.loads(schema_text(load_catalogue(PluginPolicy())))
    return schema


def accepts(schema: dict[str, Any], value: Any) -> bool:
    """Tell what the validators agree on."""
    [answer] = {kind(schema).is_valid(value) for kind in VALIDATORS}
    return answer


def accepts_toml(schema: dict[str, Any], text: str) -> bool:
    """Tell whether the validators accept a TOML file."""
    return accepts(schema, tomllib.loads(text))
