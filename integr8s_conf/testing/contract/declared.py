"""What an author should say of sections and keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from ...comparison import resolved_defaults
from ...convert import Mismatch
from ...convert.declared import unwrapped
from ...declare.bounds import BadDeclarationError
from ...declare.declarations import wanted_default
from ...declare.key_names import refuse_name
from ...declare.section import Setting
from ...display import show_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...declare.declarations import Key
    from ...declare.section import Section
    from .subject import Subject

_SECTION_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_QUANTITIES = {
    *("NS", "US", "MS", "SEC", "SECS", "SECOND", "SECONDS", "MINUTES", "HOURS", "DAYS", "WEEKS"),
    *("TIMEOUT", "INTERVAL", "DELAY", "PERIOD", "TTL", "AGE", "DURATION", "LIFETIME", "WINDOW"),
    *("BYTES", "KB", "MB", "GB", "KIB", "MIB", "GIB", "SIZE", "LENGTH", "RATE", "RATIO", "PERCENT"),
}
"""The last words of names that promise a quantity."""

_COUNT = re.compile(r"(?:The )?number of ", re.IGNORECASE)
"""How a description begins that says itself what is counted."""


def undocumented_sections(subject: Subject) -> Iterator[str]:
    """Yield the sections without a docstring, which is the text of their pages."""
    for section in subject.contribution.sections:
        if not (section.__doc__ or "").strip():
            yield f"{section.__name__} has no docstring: say in a sentence what its keys are about"


def unfit_names(subject: Subject) -> Iterator[str]:
    """Yield the names of sections and keys that do not follow the form."""
    for section in subject.contribution.sections:
        if not _SECTION_NAME.fullmatch(section.__name__):
            yield f"the section {section.__name__}: name it in CapWords, such as Mail"
        for name in _names(section):
            try:
                refuse_name(name)
            except BadDeclarationError as error:
                yield f"{name}: {'; '.join(error.args)}"


def _names(section: type[Section]) -> list[str]:
    return [name for name, value in vars(section).items() if isinstance(value, Setting)]


def untyped_keys(subject: Subject) -> Iterator[str]:
    """Yield the keys whose type says nothing: whatever stands there is taken."""
    for key in subject.keys:
        judged = key.setting.cast or key.setting.checks
        if unwrapped(key.annotation) in (Any, object) and not judged:
            yield f"{key.name} may be anything: give it a type, a check= or a cast="


def poor_descriptions(subject: Subject) -> Iterator[str]:
    """Yield the descriptions that are not one line of text."""
    for key in subject.keys:
        text = key.setting.description
        if not text.strip():
            yield f"{key.name} has no description: setting(DEFAULT, DESCRIPTION)"
        elif text != text.strip() or not text.isprintable():
            yield f"{key.name}: write its description on one line, without blanks around it"
        elif text.endswith(".") and not text.endswith("..."):
            yield f"{key.name}: write its description without a full stop at the end"


def missing_units(subject: Subject) -> Iterator[str]:
    """Yield the numbers whose names promise a quantity, and that say nothing of its unit."""
    for key in subject.keys:
        ending = key.name.rpartition("_")[2]
        counts = _COUNT.match(key.setting.description)
        silent = not key.setting.unit and not counts
        if silent and ending in _QUANTITIES and _is_number(key.annotation):
            yield f'{key.name} is a quantity: say of what, such as unit="seconds"'


def _is_number(annotation: Any) -> bool:
    annotation = unwrapped(annotation)
    return annotation in (int, float) or any(part in (int, float) for part in get_args(annotation))


def bad_defaults(subject: Subject) -> Iterator[str]:
    """Yield what is wrong where nothing is set: defaults that break their rules, made ones too."""
    for catalogue, others in ((subject.alone, ()), (subject.together, _problems(subject.others))):
        required = {name for name, key in catalogue.keys.items() if key.required}
        for problem in _problems(catalogue):
            if problem not in others and problem.key not in required:
                yield str(problem)


def _problems(catalogue: Any) -> tuple[Any, ...]:
    return resolved_defaults(catalogue).problems


def bad_examples(subject: Subject) -> Iterator[str]:
    """Yield the examples that the rules of their own keys refuse."""
    for key in subject.keys:
        for example in key.setting.examples:
            try:
                key.check.from_value(example)
            except Mismatch as mismatch:
                yield _bad_example(key, example, mismatch)


def _bad_example(key: Key, example: Any, mismatch: Mismatch) -> str:
    shown = show_short(example, secret=key.setting.secret)
    return f"{key.name}: its example {shown} is not {wanted_default(key, mismatch, example)}"
