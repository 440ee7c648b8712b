"""A ``.env.example``: the secrets to fill in, and every other variable commented out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..key_reference import key_reference
from ..secret import escape_unprintable
from ..sources.variables import PREFIX
from .config_file import sections_with_keys
from .env_text import env_line
from .key_comment import comment, key_comment, section_comment
from .secret_names import secret_names
from .shown_default import shown_default

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Catalogue
    from ..key_reference import KeyReference

_HEADER = """\
Copy this file to .env beside config.toml, and keep it out of version control.

---- Secrets ----
An empty one counts as unset. NAME_FILE=PATH names a file that holds the secret NAME.
"""


def env_text(catalogue: Catalogue) -> str:
    """Return an env file that, as it is, sets no key."""
    references = {name: key_reference(catalogue, name) for name in catalogue.keys}
    secrets = secret_names(catalogue)
    blocks = ["\n".join(comment(_HEADER))]
    blocks += ["\n".join(_secret_lines(references[name])) for name in secrets]
    for section, names in sections_with_keys(catalogue):
        others = [references[name] for name in names if name not in secrets]
        if others:
            blocks.append("\n".join(section_comment(section, catalogue.keys[names[0]].plugin)))
            blocks += ["\n".join(_other_lines(catalogue, one)) for one in others]
    return "\n\n".join(blocks) + "\n"


def _secret_lines(reference: KeyReference) -> Iterator[str]:
    yield from key_comment(reference, "required" if reference.required else None)
    yield f"{reference.key}="


def _other_lines(catalogue: Catalogue, reference: KeyReference) -> Iterator[str]:
    if reference.secret:
        yield from key_comment(reference, "a secret, computed where it is not set")
        yield f"# {reference.key}="
        return
    default = shown_default(catalogue, reference)
    yield from key_comment(reference, default.instead)
    line = env_line(f"{PREFIX}{reference.key}", default.value, unit=reference.unit)
    yield f"# {escape_unprintable(line)}"
