"""The classes of the files that are read: what they inherit from, and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .known_names import SECTION_NAMES
from .values import SETTINGS_CLASS, Kind, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from .outline import ClassOutline, Outline
    from .terms import Term
    from .values import Values


class Classes:
    """Looks classes up, by what the linker says of their bases."""

    def __init__(
        self,
        outline: Callable[[int], Outline],
        values: Callable[[int, Term], Values],
        sections: Collection[str],
    ) -> None:
        self._outline, self._values, self._sections = outline, values, sections

    def value(self, file: int, number: int) -> Value:
        """Return a class; one that declares a section is that section."""
        outline = self._outline(file).classes[number]
        if outline.name in self._sections:
            bases = self._bases(file, outline)
            if any(one.kind is Kind.SECTION or one.name in SECTION_NAMES for one in bases):
                return Value(Kind.SECTION, outline.name)
        return Value(Kind.CLASS, file=file, number=number)

    def lineage(self, value: Value) -> Iterator[tuple[int, ClassOutline]]:
        """Yield a class and those that it inherits from, as far as they are read."""
        waiting, seen = [value], set()
        while waiting:
            one = waiting.pop(0)
            if one.kind in (Kind.CLASS, Kind.OBJECT) and (one.file, one.number) not in seen:
                seen.add((one.file, one.number))
                outline = self._outline(one.file).classes[one.number]
                yield one.file, outline
                waiting += self._bases(one.file, outline)

    def given(self, value: Value, name: str) -> tuple[int, Iterable[Term]] | None:
        """Return what the nearest class gives its objects by a name, and the file of that class."""
        for file, outline in self.lineage(value):
            bound = self._outline(file).scopes[outline.scope].bound.get(name, ())
            if terms := (*bound, *outline.attributes.get(name, ())):
                return file, terms
        return None

    def is_settings(self, value: Value) -> bool:
        """Tell whether a value is settings, or an object of a class that inherits from them."""
        if value.kind is not Kind.OBJECT:
            return value.kind is Kind.SETTINGS
        return any(
            SETTINGS_CLASS in self._bases(file, outline) for file, outline in self.lineage(value)
        )

    def _bases(self, file: int, outline: ClassOutline) -> list[Value]:
        return [
            value for base in outline.bases for value in sorted(self._values(file, base), key=str)
        ]
