"""The layers of variables: the environment, and an env file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..display import printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.env_file import EnvFileContent, read_env_file
from ..sources.safe_file import UnreadableError
from ..sources.variables import PREFIX, STEERING, Variables, pick_variables
from ..suggest import nearest
from .described import problem_of
from .layer import Layer, Reading
from .notices import removed_problem, renamed_notice
from .unknown_keys import unknown_hint

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..sources.locate import Place

Locate = Callable[[str], Origin]
"""From the name of a variable to the place that sets it."""


def read_environment(environ: Mapping[str, str], catalogue: Catalogue) -> Reading:
    """Return the layer of this process's environment."""

    def locate(variable: str) -> Origin:
        return Origin(LayerKind.ENVIRONMENT, f"environment variable {printable(variable)}")

    return _reading(LayerKind.ENVIRONMENT, "environment", environ, catalogue, locate)


def read_env_file_layer(place: Place, catalogue: Catalogue) -> tuple[Reading, EnvFileContent]:
    """Return the layer of an env file, and what it says."""
    kind = LayerKind.ENV_FILE
    try:
        content = read_env_file(place.path)
    except UnreadableError as error:
        origin = Origin(kind, place.name)
        hint = error.hint or f"looked for {place.path}; name another file, or env_file=None"
        problem = Problem(None, error.found, f"{error.wanted} as the {kind}", origin, hint)
        return Reading((), (problem,)), EnvFileContent()

    def locate(variable: str) -> Origin:
        return Origin(kind, place.name, content.lines.get(variable))

    reading = _reading(kind, place.name, content.variables, catalogue, locate)
    problems = (*reading.problems, *_bad_lines(place.name, content, catalogue))
    return Reading(reading.layers, problems, reading.warnings), content


def _bad_lines(name: str, content: EnvFileContent, catalogue: Catalogue) -> Iterator[Problem]:
    for line in content.bad_lines:
        origin = Origin(LayerKind.ENV_FILE, name, line)
        yield Problem(
            None, "a line that is no variable", "NAME=value", origin, "mend or remove the line"
        )
    for variable, line in content.bare.items():
        key = variable.removeprefix(PREFIX)
        if key in catalogue.keys and (variable != key or key in catalogue.secrets):
            origin = Origin(LayerKind.ENV_FILE, name, line)
            hint = f"write {variable}= followed by the value"
            yield problem_of(
                catalogue.keys[key], "a name without a value", f"{variable}=value", origin, hint
            )


def _reading(
    kind: LayerKind,
    name: str,
    environ: Mapping[str, str],
    catalogue: Catalogue,
    locate: Locate,
) -> Reading:
    found = pick_variables(environ, catalogue.keys, catalogue.secrets, catalogue.renamed)

    def locate_key(key: str) -> Origin:
        return locate(found.names[key])

    layer = Layer(kind, name, found.values, locate_key, textual=True)
    removed = [*_removed(environ, catalogue)] if catalogue.removed else []
    if not (found.unknown or found.doubled or found.undecodable or found.renamed or removed):
        return Reading((layer,))
    problems = [removed_problem(key, locate(name), catalogue) for name, key in removed]
    problems += _problems(found, catalogue, locate)
    warnings = tuple(
        renamed_notice(old, key, locate(found.names[key]), catalogue)
        for key, old in found.renamed.items()
    )
    return Reading((layer,), tuple(problems), warnings)


def _removed(environ: Mapping[str, str], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield each variable that sets a removed key, with the key; a secret's empty one does not."""
    for name, key in catalogue.removed.items():
        names = (name, f"{name}_FILE") if key.secret else ()
        for variable in (f"{PREFIX}{name}", *names):
            if variable in environ and (environ[variable] or not key.secret):
                yield variable, name


def _problems(found: Variables, catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    for variable in found.unknown:
        key = variable.removeprefix(PREFIX)
        if key in catalogue.removed:
            continue
        wanted = f"{PREFIX} followed by a declared key"
        hint = _unknown_hint(key, catalogue)
        yield Problem(
            printable(key), "a variable that nothing reads", wanted, locate(variable), hint
        )
    for key, first, second in found.doubled:
        said, hint = f"{first} and {second} both set it", f"unset {first} or {second}"
        yield problem_of(catalogue.keys[key], said, "one variable", locate(second), hint)
    for key in found.undecodable:
        hint = "set the variable to text in UTF-8"
        origin = locate(found.names[key])
        said = "bytes that are not UTF-8"
        yield problem_of(catalogue.keys[key], said, "a UTF-8 text", origin, hint)


def _unknown_hint(key: str, catalogue: Catalogue) -> str:
    secret = key.removesuffix("_FILE")
    if key.endswith("_FILE") and secret in catalogue.secrets:
        return f"the file of a secret is named by {key}, without {PREFIX}"
    near = nearest(key, [*catalogue.keys, *catalogue.renamed, *STEERING])
    return f"did you mean {PREFIX}{near}?" if near else unknown_hint(key, catalogue)
