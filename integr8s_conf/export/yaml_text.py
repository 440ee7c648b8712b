"""Data as YAML, with what PyYAML's own dumper leaves out: block texts, and merged mappings."""

from __future__ import annotations

from typing import Any

import yaml

_LINE_BREAKS = frozenset("\x85\u2028\u2029")
"""Characters that YAML reads as line breaks, and does not keep, in a block of text."""


class Block(str):
    """A text of several lines, which is written as one: ``|``."""

    __slots__ = ()


class Merge(str):
    """The key of a mapping that is merged into the one that it stands in: ``<<``."""

    __slots__ = ()


MERGE = Merge("<<")


class _Dumper(yaml.SafeDumper):
    """Writes an anchor by the name that the document gives to the mapping."""

    def generate_anchor(self, node: yaml.Node) -> str:
        """Return the one name of an anchor that is in use: that of the secrets of Compose."""
        del node
        return "backend-secrets"


def yaml_text(document: Any) -> str:
    """Return one YAML document; a mapping that stands in it again is an alias of the first."""
    return yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf")
    )


def _represent_block(dumper: yaml.SafeDumper, text: Block) -> yaml.ScalarNode:
    style = '"' if _LINE_BREAKS.intersection(text) else "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _represent_merge(_: yaml.SafeDumper, key: Merge) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:merge", key)


_Dumper.add_representer(Block, _represent_block)
_Dumper.add_representer(Merge, _represent_merge)
