"""What an author's checks and rules answer, called as the framework calls them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from ...comparison import resolved_defaults
from ...convert import Mismatch
from ...declare.checks import compile_check
from ...raised import raised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ...declare.declarations import Key
    from ...declare.rules import Rule
    from .subject import Subject

_MOST_COMBINATIONS = 1000
_SHORTEST_SECRET = 8
_CANARY = "canary"
"""How the value begins that no text would have in it by chance."""

_PROBES: dict[type, tuple[Any, ...]] = {
    str: (
        "",
        " ",
        "\n",
        "0",
        "?",
        "é",
        "a=b",
        "a,b",
        "http://[",
        f"{_CANARY}-5d41402abc",
        "x" * 1000,
    ),
    int: (0, 1, -1, 2**31, 2**63 - 1, -(2**63)),
    float: (0.0, 1.0, -1.0, 1e308, 5e-324),
    bool: (False, True),
}


class Judge(NamedTuple):
    """A rule between keys, or a Validator, as a function of their values."""

    what: str
    keys: tuple[str, ...]
    answer: Callable[[Mapping[str, Any]], Any]


def check_faults(key: Key, value: Any) -> Iterator[str]:
    """Yield what is wrong with what a key's checks say of a typed value."""
    for check in key.setting.checks:
        name = getattr(check, "__name__", "its check")
        shown = "a value" if key.setting.secret else ascii(value)[:80]
        try:
            said = check(value)
        except Exception as error:  # noqa: BLE001 - an author's code may raise anything
            yield f"{key.name}: {name} raised {raised(error)} for {shown}: return a text instead"
            continue
        if said is not None and not (isinstance(said, str) and said.strip()):
            yield (
                f"{key.name}: {name} returned {said!r} for {shown}: return None for a good value,"
                " and a text that says what is wanted for any other"
            )
        elif key.setting.secret and said and _shows(str(said), str(value)):
            yield f"{key.name}: {name} shows the secret: say what is wanted, and not what was found"


def _shows(text: str, secret: str) -> bool:
    """Tell whether a text has a secret in it, or the beginning of the one that is known by it."""
    if secret.startswith(_CANARY):
        return _CANARY in text
    return len(secret) >= _SHORTEST_SECRET and secret in text


def probes_of(key: Key) -> Iterator[Any]:
    """Yield values of a key's type that its checks may have to answer for, as they get them."""
    known = key.setting.default, *key.setting.examples
    kinds = [
        probe for type_, probes in _PROBES.items() if key.annotation is type_ for probe in probes
    ]
    texts = _PROBES[str] if key.annotation in (str | None, list[str]) else ()
    lists = [[text] for text in texts] if key.annotation == list[str] else texts
    for value in (*known, *kinds, *lists):
        typed = typed_unchecked(key, value)
        if typed is not None:
            yield typed


def typed_unchecked(key: Key, value: Any) -> Any:
    """Return a value as a check gets it; None where it never gets to see it."""
    try:
        return compile_check(key.setting._replace(checks=()), key.annotation).from_value(value)
    except Mismatch:
        return None


def judges_of(subject: Subject) -> list[Judge]:
    """Return the rules and the Validators of the plugin."""
    catalogue, plugin = subject.together, subject.plugin
    rules = [_judge(owned.value) for owned in catalogue.rules if owned.plugin == plugin]
    validators = [
        Judge(f"a Validator of {owned.value.keys[0]}", owned.value.keys, owned.value.failure)
        for owned in catalogue.validators
        if owned.plugin == plugin
    ]
    return [*rules, *validators]


def _judge(rule: Rule) -> Judge:
    def answer(values: Mapping[str, Any]) -> Any:
        return rule.check(*(values[key] for key in rule.keys))

    return Judge(f"the rule {rule.wanted!r}", rule.keys, answer)


def judge_faults(judge: Judge, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with what a rule answers to sound values."""
    shown = ", ".join(f"{key}={values[key]!r}"[:80] for key in judge.keys)
    try:
        said = judge.answer(values)
    except Exception as error:  # noqa: BLE001 - an author's code may raise anything
        yield f"{judge.what} raised {raised(error)} for {shown}: return False instead"
        return
    if not isinstance(said, bool | str | None):
        yield (
            f"{judge.what} returned {said!r} for {shown}: return True where it holds, and False or"
            " a text where not"
        )


def probed_judges(subject: Subject) -> Iterator[str]:
    """Yield what is wrong with the answers to defaults, to bounds, and to equal values."""
    defaults = resolved_defaults(subject.together).values
    for judge in judges_of(subject):
        if not defaults.keys() >= {*judge.keys}:
            continue
        pools = [_pool(subject.together.keys[name], judge.keys, defaults) for name in judge.keys]
        for number, chosen in enumerate(product(*pools)):
            if number == _MOST_COMBINATIONS:
                break
            values = {**defaults, **dict(zip(judge.keys, chosen, strict=True))}
            if faults := [*judge_faults(judge, values)]:
                yield from faults
                break


def _pool(key: Key, names: Sequence[str], defaults: Mapping[str, Any]) -> list[Any]:
    """Return sound values of a key, those of the other keys of the rule among them."""
    setting = key.setting
    ends = [end for end in (setting.ge, setting.le, setting.gt, setting.lt) if end is not None]
    near = [end + step for end in ends if isinstance(end, int | float) for step in (1, -1)]
    pool = [defaults[key.name]]
    for value in (*(defaults[name] for name in names), *setting.examples, *ends, *near):
        try:
            typed = key.check.from_value(value)
        except Mismatch:
            continue
        if typed not in pool:
            pool.append(typed)
    return pool
