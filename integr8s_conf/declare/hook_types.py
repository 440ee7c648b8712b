"""What type checkers know of ``hookimpl``: what each hook takes, and what it returns.

A bare ``@hookimpl`` takes a function that may be one of the hooks. With ``specname`` it is known
which, and a type checker sees whether the function takes and returns what that hook does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeVar, overload

from ..configuration import Settings
from .rules import Rule
from .section import Section
from .source import Source


class Validator(Protocol):
    """A Validator of dynaconf, which has no types of its own."""

    def validate(self, settings: Any) -> None:
        """Raise where a setting is not valid."""


Sections = Callable[[], Sequence[type[Section]]]
Defaults = Callable[[], Mapping[str, Any]]
Validators = Callable[[], Sequence[Validator | Rule]]
Computed = Callable[[], Mapping[str, Callable[[Mapping[str, Any]], Any]]]
Sources = Callable[[], Sequence[Source]]
Loaded = Callable[[Settings], None] | Callable[[], None]
Documentation = Callable[[], Mapping[type[Section], str]]

_Hook = TypeVar(
    "_Hook",
    bound=Sections | Defaults | Validators | Computed | Sources | Loaded | Documentation,
)
_Any = TypeVar("_Any", bound=Callable[..., Any])
_Sections = TypeVar("_Sections", bound=Sections)
_Defaults = TypeVar("_Defaults", bound=Defaults)
_Validators = TypeVar("_Validators", bound=Validators)
_Computed = TypeVar("_Computed", bound=Computed)
_Sources = TypeVar("_Sources", bound=Sources)
_Loaded = TypeVar("_Loaded", bound=Loaded)
_Documentation = TypeVar("_Documentation", bound=Documentation)


class Hookimpl(Protocol):
    """Marks a function of a plugin as the implementation of a hook."""

    @overload
    def __call__(self, function: _Hook, /) -> _Hook: ...
    @overload
    def __call__(
        self, *, specname: Literal["integr8s_sections"]
    ) -> Callable[[_Sections], _Sections]: ...
    @overload
    def __call__(
        self, *, specname: Literal["integr8s_defaults"]
    ) -> Callable[[_Defaults], _Defaults]: ...
    @overload
    def __call__(
        self, *, specname: Literal["integr8s_validators"]
    ) -> Callable[[_Validators], _Validators]: ...
    @overload
    def __call__(
        self, *, specname: Literal["integr8s_computed"]
    ) -> Callable[[_Computed], _Computed]: ...
    @overload
    def __call__(
        self, *, specname: Literal["integr8s_sources"]
    ) -> Callable[[_Sources], _Sources]: ...
    @overload
    def __call__(self, *, specname: Literal["integr8s_loaded"]) -> Callable[[_Loaded], _Loaded]: ...
    @overload
    def __call__(
        self, *, specname: Literal["integr8s_documentation"]
    ) -> Callable[[_Documentation], _Documentation]: ...
    @overload
    def __call__(
        self, *, specname: str | None = None, optionalhook: Literal[True]
    ) -> Callable[[_Any], _Any]: ...
