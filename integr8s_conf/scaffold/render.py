"""The files of a new plugin: templates, filled in with its names."""

from __future__ import annotations

from importlib.abc import InspectLoader
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from ..export.key_table import key_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .names import Names

_TEMPLATES = Path(__file__).parent / "plugin-template"
_ENDING = ".jinja"
_MODULE = "src/PACKAGE/__init__.py"


def files_of(names: Names, *, author: str, year: int) -> dict[str, str]:
    """Return the text of each file by its path in the new folder, in the order of the paths.

    The README's table of keys is made from the module that is rendered.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(  # noqa: S701 - Python, TOML and Markdown have no HTML to escape
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    values: Mapping[str, object] = {**names._asdict(), "author": author, "year": year}

    def rendered(name: str, **more: str) -> str:
        return templates.get_template(f"{name}{_ENDING}").render(**values, **more)

    table = key_table(_module(names.package, rendered(_MODULE)))
    paths = [one.removesuffix(_ENDING) for one in templates.list_templates()]
    texts = {path: rendered(path, key_table=table) for path in paths}
    return {path.replace("PACKAGE", names.package): text for path, text in texts.items()}


class _Text(InspectLoader):
    """Loads a module from its text: nothing is on disk yet, and nothing is cached there."""

    def __init__(self, text: str) -> None:
        self._text = text

    def get_source(self, fullname: str) -> str:
        del fullname
        return self._text


def _module(name: str, text: str) -> ModuleType:
    module = ModuleType(name)
    _Text(text).exec_module(module)
    return module
