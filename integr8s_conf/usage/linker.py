"""Finds what terms stand for across files."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .classes import Classes
from .known_names import (
    ENTERING,
    GIVING_RESULT,
    KEEPING,
    PACKAGE,
    PROMISING,
    SETTINGS_CLASS_NAMES,
    SETTINGS_NAMES,
    is_api,
)
from .terms import (
    Attribute,
    Call,
    Class,
    Either,
    Element,
    Entered,
    Function,
    Instance,
    Items,
    Module,
    Name,
    Nothing,
    Term,
    Text,
)
from .values import NOTHING, SETTINGS, SETTINGS_CLASS, UNKNOWN, Kind, Value, Values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .file_index import FileIndex
    from .outline import FunctionOutline, Outline

_NONE: Values = frozenset()


class Linker:
    """Follows names through scopes, imports, classes and calls."""

    def __init__(
        self, index: FileIndex, outline: Callable[[int], Outline], sections: Mapping[str, str]
    ) -> None:
        self._index = index
        self._outline = outline
        self._sections = sections
        """Full name of a section's class -> the section."""

        self.classes = Classes(outline, self.values, set(sections.values()))
        self._known: dict[tuple[int, Term], Values] = {}
        self._active: set[tuple[int, Term]] = set()
        self.given: dict[tuple[int, int, str], set[Value]] = defaultdict(set)
        """What calls hand over: file, scope and name of the parameter -> values."""

        self.loose: dict[tuple[str, str], list[tuple[int, Term]]] = defaultdict(list)
        """What is put into attributes of attributes: their two names -> file and term."""

    def forget(self) -> None:
        """Forget what was found: calls hand over more than was known."""
        self._known.clear()

    def values(self, file: int, term: Term) -> Values:
        """Return all that a term of a file may be; what is in a circle adds nothing."""
        question = (file, term)
        found = self._known.get(question)
        if found is not None:
            return found
        if question in self._active:
            return _NONE
        self._active.add(question)
        try:
            found = frozenset(self._values(file, term))
        except RecursionError:
            found = frozenset([UNKNOWN])
        finally:
            self._active.discard(question)
        self._known[question] = found
        return found

    def _values(self, file: int, term: Term) -> Iterable[Value]:
        match term:
            case Text(text=text):
                return [Value(Kind.TEXT, text)]
            case Name(scope=scope, name=name):
                return self._of_name(file, scope, name)
            case Module():
                return [self._module(file, term)]
            case Function(number=number):
                return [Value(Kind.FUNCTION, file=file, number=number)]
            case Class(number=number):
                return [self.classes.value(file, number)]
            case Items():
                return [Value(Kind.ITEMS, file=file, more=term)]
            case Either(options=options):
                return self._terms(file, options)
            case _:
                return self._of_another(file, term)

    def _of_another(self, file: int, term: Term) -> Iterable[Value]:
        """Return what a term may be that depends on what another one is."""
        match term:
            case Attribute(of=of, name=name):
                found = self._all(self.member(one, name, file) for one in self.values(file, of))
                return [*found, *self._loose(of, name)]
            case Call(of=of, first=first):
                return self._all(self._called(one, file, first) for one in self.values(file, of))
            case Instance(of=of):
                return map(self._instance, self.values(file, of))
            case Entered(of=of):
                return self._entered(file, of)
            case Element(of=of):
                return self._all(self._elements(one) for one in self.values(file, of))
            case _:
                return [NOTHING if isinstance(term, Nothing) else UNKNOWN]

    def _loose(self, of: Term, name: str) -> Iterator[Value]:
        """Yield what is put somewhere as ``app.state.settings``, for whatever has that name."""
        if isinstance(of, Attribute):
            for file, term in self.loose.get((of.name, name), ()):
                yield from self.values(file, term)

    @staticmethod
    def _all(several: Iterable[Iterable[Value]]) -> Iterator[Value]:
        for values in several:
            yield from values

    def _terms(self, file: int, terms: Iterable[Term]) -> Iterator[Value]:
        return self._all(self.values(file, term) for term in terms)

    def _of_name(self, file: int, start: int, name: str) -> Iterable[Value]:
        scopes = self._outline(file).scopes
        scope: int | None = start
        while scope is not None:
            there = scopes[scope]
            if name in there.bound and (scope == start or not there.is_class):
                given = self.given.get((file, scope, name), ())
                found = [*self._terms(file, there.bound[name]), *given]
                if found or not there.is_class:  # settings = settings, in the body of a class
                    return found
            scope = there.parent
        starred = [one for one in self._starred(file, name) if one != UNKNOWN]
        return starred or [Value(Kind.OUTSIDE, f"builtins.{name}")]

    def _starred(self, file: int, name: str) -> Iterator[Value]:
        for module in self._outline(file).stars:
            yield from self.member(self._module(file, module), name, file)

    def _module(self, file: int, module: Module) -> Value:
        if module.level:
            parts = self._index.place(module, file)
            found = self._index.at(parts)
            return Value(Kind.FOLDER, more=parts) if found is None else _module_value(found)
        return self._outside(file, module.name)

    def _outside(self, file: int, name: str) -> Value:
        """Return what a full name stands for: ours, a module that is read, or a stranger's."""
        if name in SETTINGS_NAMES:
            return SETTINGS
        if name in SETTINGS_CLASS_NAMES:
            return SETTINGS_CLASS
        if name in self._sections:
            return Value(Kind.SECTION, self._sections[name])
        ours = name.partition(".")[0] == PACKAGE
        found = None if ours else self._index.file(name, file)
        return Value(Kind.OUTSIDE, name) if found is None else _module_value(found)

    def member(self, value: Value, name: str, file: int) -> Values:
        """Return what an attribute of a value may be; ``file`` is where that is asked."""
        match value.kind:
            case Kind.MODULE:
                return self._of_module(value.file, name)
            case Kind.FOLDER:
                found = self._index.at((*value.more, name))
                return frozenset([UNKNOWN if found is None else _module_value(found)])
            case Kind.OUTSIDE:
                return frozenset([self._outside(file, f"{value.name}.{name}")])
            case Kind.SETTINGS if is_api(name):
                return frozenset([Value(Kind.METHOD, name)])
            case Kind.OBJECT if self.is_inherited(value, name):
                return self.member(SETTINGS, name, file)
            case Kind.OBJECT | Kind.CLASS:
                return self._of_class(value, name)
            case _:
                return frozenset([UNKNOWN])

    def is_inherited(self, value: Value, name: str) -> bool:
        """Tell whether a value is settings, and has an attribute for no other reason than that."""
        return self.classes.is_settings(value) and self.classes.given(value, name) is None

    def _of_module(self, file: int, name: str) -> Values:
        found = self._outline(file).scopes[0].bound.get(name)
        if found is not None:
            return frozenset(self._terms(file, found))
        inner = self._index.at((*self._index.parts(file), name))
        if inner is not None:
            return frozenset([_module_value(inner)])
        return frozenset(self._starred(file, name)) or frozenset([UNKNOWN])

    def _of_class(self, value: Value, name: str) -> Values:
        found = self.classes.given(value, name)
        if found is None:
            return frozenset([UNKNOWN])
        return frozenset(self._all(map(self._got, list(self._terms(*found)))))

    def _got(self, value: Value) -> Iterable[Value]:
        """Return what an object gives for a value of its class: of a property what it returns."""
        if value.kind is Kind.FUNCTION and self.function(value).is_property:
            return self._returned(value)
        return [value]

    def _instance(self, value: Value) -> Value:
        match value.kind:
            case Kind.SETTINGS_CLASS:
                return SETTINGS
            case Kind.SECTION:
                return Value(Kind.VIEW, value.name)
            case Kind.CLASS:
                return value._replace(kind=Kind.OBJECT)
            case Kind.NOTHING:
                return NOTHING
            case _:
                return UNKNOWN

    def _called(self, value: Value, file: int, first: Term) -> Iterable[Value]:
        match value.kind:
            case Kind.SETTINGS_CLASS | Kind.CLASS:
                return [self._instance(value)]
            case Kind.FUNCTION:
                return self._returned(value)
            case Kind.METHOD if value.name == "section":
                return map(self._instance, self.values(file, first))
            case Kind.METHOD if value.name == "replace":
                return [SETTINGS]
            case Kind.OUTSIDE if value.name in PROMISING:
                return map(self._instance, self.values(file, first))
            case Kind.OUTSIDE if value.name in KEEPING:
                return self.values(file, first)
            case Kind.OUTSIDE if value.name in GIVING_RESULT:
                return self.values(file, Call(first, first))
            case _:
                return [UNKNOWN]

    def function(self, value: Value) -> FunctionOutline:
        """Return the outline of a function."""
        return self._outline(value.file).functions[value.number]

    def _returned(self, value: Value) -> Iterable[Value]:
        function = self.function(value)
        terms = [function.returned] if function.returned is not None else function.returns
        return list(self._terms(value.file, terms)) or [UNKNOWN]

    def _entered(self, file: int, of: Term) -> Iterator[Value]:
        if not isinstance(of, Call):
            return
        for one in self.values(file, of.of):
            if one.kind is Kind.OUTSIDE and one.name in ENTERING:
                yield SETTINGS
            elif one.kind is Kind.FUNCTION:
                yield from self._terms(one.file, self.function(one).yields)
            elif one.kind is Kind.CLASS:
                for method in self.member(one, "__enter__", file):
                    yield from self._called(method, file, of.first)

    def _elements(self, value: Value) -> Iterable[Value]:
        if value.kind is Kind.ITEMS:
            return self._terms(value.file, value.more.items)
        return [UNKNOWN]


def _module_value(file: int) -> Value:
    return Value(Kind.MODULE, file=file)
