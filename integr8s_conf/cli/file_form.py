"""A resolution as the text of a TOML file, or of an env file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import without_user_info
from ..origin import LayerKind
from ..secret import escape_unprintable
from ..sources.variables import PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..resolve.resolution import Resolution


def file_text(form: str, sections: Mapping[str, Sequence[str]], resolution: Resolution) -> str:
    """Return the keys of each section as lines of a ``toml`` or ``env`` file.

    What must not stand in it is commented out: secrets, and what is computed.
    """
    blocks = (
        "\n".join([f"# {name}", *(_line(form, key, resolution) for key in keys)])
        for name, keys in sections.items()
    )
    return "\n\n".join(blocks)


def _line(form: str, key: str, resolution: Resolution) -> str:
    value = resolution.values[key]
    if key in resolution.hidden or without_user_info(value) != value:
        origin = escape_unprintable(str(resolution.origin(key)))
        return f"# {key} is a secret, which is not shown: {origin}"
    unit = resolution.catalogue.keys[key].setting.unit
    line = _assignment(form, key, value, unit)
    if not line.isprintable():
        return f"# {key} has characters that a terminal would act on: {escape_unprintable(line)}"
    computed = resolution.origin(key).layer is LayerKind.COMPUTED
    return f"# {line}" if computed else line


def _assignment(form: str, key: str, value: Any, unit: str | None) -> str:
    if form == "toml":
        from ..export.toml_text import toml_line

        return toml_line(key, value, unit=unit)
    from ..export.env_text import env_line

    return env_line(f"{PREFIX}{key}", value, unit=unit)
