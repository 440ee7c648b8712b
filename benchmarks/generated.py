"""Writes plugins of any number and size, as distributions that are found through entry points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS_PER_SECTION = 100


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of key: its type, default and rule, as each peer spells them, and a value for it."""

    type: str
    default: str
    rule: str
    value: str

    def setting(self, key: str) -> str:
        """Return the line that declares the key in a section."""
        return f'    {key}: {self.type} = setting({self.default}, "A generated key"{self.rule})\n'

    def field(self, key: str) -> str:
        """Return the line that declares the key in a pydantic class."""
        return f'    {key}: {self.type} = Field({self.default}, description="A key"{self.rule})\n'


KINDS = (
    Kind("int", "30", ", gt=0", "4500"),
    Kind("str", '"text"', ", min_length=1", '"another text"'),
    Kind("float", "0.5", ", ge=0", "12.25"),
    Kind("bool", "False", "", "true"),
    Kind('Literal["one", "two", "three"]', '"one"', "", '"three"'),
)


@dataclass(frozen=True, slots=True)
class Generated:
    """A folder of generated plugins with a file that sets every one of their keys."""

    folder: Path
    names: tuple[str, ...]

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"


def write(folder: Path, *, plugins: int, keys: int) -> Generated:
    """Write so many plugins of so many keys each, a pydantic class of all keys, and config.toml."""
    names = tuple(f"generated_{number:03}" for number in range(plugins))
    for name in names:
        (folder / f"{name}.py").write_text("".join(_module(name, keys)), "utf-8")
        _write_distribution(folder, name)
    declared = [pair for name in names for pair in _keys(name, keys)]
    lines = (f"{key} = {kind.value}\n" for key, kind in declared)
    (folder / "config.toml").write_text("".join(lines), "utf-8")
    (folder / "generated_class.py").write_text("".join(_pydantic_class(declared)), "utf-8")
    return Generated(folder, names)


def _keys(name: str, count: int) -> list[tuple[str, Kind]]:
    return [
        (f"{name.upper()}_KEY_{number:05}", KINDS[number % len(KINDS)]) for number in range(count)
    ]


def _module(name: str, count: int) -> Iterator[str]:
    yield "from typing import Literal\n\nfrom integr8s_conf import Section, hookimpl, setting\n"
    keys = _keys(name, count)
    sections = []
    for start in range(0, count, KEYS_PER_SECTION):
        sections.append(f"{name.title().replace('_', '')}Section{start // KEYS_PER_SECTION:03}")
        yield f'\n\nclass {sections[-1]}(Section):\n    """Generated keys."""\n\n'
        for key, kind in keys[start : start + KEYS_PER_SECTION]:
            yield kind.setting(key)
    yield "\n\n@hookimpl\ndef integr8s_sections():\n"
    yield f"    return [{', '.join(sections)}]\n"


def _write_distribution(folder: Path, name: str) -> None:
    metadata = folder / f"{name}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[integr8s_conf]\n{name} = {name}\n")


def _pydantic_class(declared: list[tuple[str, Kind]]) -> Iterator[str]:
    yield "from typing import Literal\n\nfrom pydantic import BaseModel, ConfigDict, Field\n"
    yield '\n\nclass Generated(BaseModel):\n    model_config = ConfigDict(extra="forbid", '
    yield "frozen=True, strict=True)\n\n"
    for key, kind in declared:
        yield kind.field(key)
