"""Variables that repeat what holds without them: in ``.env``, and as defaults in Compose files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..comparison import same
from ..convert import Mismatch
from ..lookup import MISSED
from ..origin import LayerKind
from ..resolve.default_layer import default_layer
from ..resolve.layer import Reading
from ..resolve.resolve import resolve_layers
from ..sources.safe_file import UnreadableError, read_small_file
from ..sources.variables import PREFIX, pick_variables
from .env_files import env_file_beside
from .examined import Beneath
from .finding import Finding, NoOp, Words, of_key, shown
from .overrides import redundant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..manifests.manifest import Manifest, Variable
    from ..origin import Origin
    from ..resolve.layer import Layer
    from .env_files import EnvFile
    from .examined import Examined, Run

RULE = "repeated-default"

_OF_CODE = (LayerKind.DEFAULTS, LayerKind.COMPUTED)


def repeated_in_env_files(examined: Examined, manifests: Iterable[Manifest]) -> Iterator[Finding]:
    """Yield each line of a ``.env`` whose value holds without it, whatever file it is beside."""
    files: dict[str, tuple[EnvFile, list[Run]]] = {}
    for run in examined.runs:
        if env_file := env_file_beside(run, examined.catalogue):
            files.setdefault(env_file.place.path, (env_file, []))[1].append(run)
    elsewhere = "\n".join(map(_text, manifests))
    for env_file, runs in files.values():
        for name in env_file.variables:
            yield from _repeated(name, env_file, runs, examined, elsewhere)


def _repeated(
    name: str, env_file: EnvFile, runs: list[Run], examined: Examined, elsewhere: str
) -> Iterator[Finding]:
    value = examined.typed(env_file.layer, name)
    below = _below(name, runs, examined, env_file.layer)
    if value is MISSED or below is None or not same(value, below.value):
        return
    variable = env_file.variables[name]
    # Compose reads this file too, and a computed key would follow others from now on.
    goes = variable.startswith(PREFIX) and variable not in elsewhere
    goes = goes and name not in examined.catalogue.computed
    no_op = NoOp(LayerKind.ENV_FILE, env_file.place, variable) if goes else None
    if below.origin and below.origin.layer in _OF_CODE:
        hint = f"remove the line{'; integr8s-conf lint --fix does' if goes else ''}"
        origin = env_file.layer.locate(name)
        yield _finding(name, below, origin, hint, examined)._replace(no_op=no_op)
    else:
        yield redundant(env_file.layer, name, below, examined, no_op)


def repeated_in_compose(examined: Examined, manifests: Iterable[Manifest]) -> Iterator[Finding]:
    """Yield each default of a Compose file that is the default of the code as well."""
    catalogue = examined.catalogue
    known = catalogue.keys, catalogue.secrets, catalogue.renamed
    for variable in (one for manifest in manifests for one in _variables(manifest)):
        if not variable.has_default or variable.value is None:
            continue
        for name, text in pick_variables({variable.name: variable.value}, *known).values.items():
            default = _default_repeated(name, text, examined)
            if default is not None:
                hint = "leave the variable out, or pass it on without a default"
                yield _finding(name, default, variable.origin, hint, examined)


def _default_repeated(name: str, text: str, examined: Examined) -> Beneath | None:
    """Return the default that a text repeats, if the files have that value too, or none."""
    below = _below(name, examined.main, examined)
    default = below if name in examined.catalogue.computed else examined.beneath([], name)
    try:
        value = examined.catalogue.takes_text[name](text)
    except (Mismatch, RecursionError):
        return None
    if below is None or default is None or not same(value, below.value):
        return None
    of_code = default.origin is not None and default.origin.layer in _OF_CODE
    return default if of_code and same(value, default.value) else None


def _text(manifest: Manifest) -> str:
    try:
        return read_small_file(manifest.path).data.decode(errors="replace")
    except UnreadableError:
        return ""


def _variables(manifest: Manifest) -> Iterator[Variable]:
    for workload in manifest.workloads:
        yield from workload.variables


def _finding(name: str, below: Beneath, origin: Origin, hint: str, examined: Examined) -> Finding:
    said = f"{shown(name, below.value, examined.catalogue)}, which holds without it: {below.origin}"
    words = Words(said, "a value that is not the default", hint)
    return Finding(of_key(RULE, name, words, origin, examined.catalogue))


def _below(
    name: str, runs: Iterable[Run], examined: Examined, env_file: Layer | None = None
) -> Beneath | None:
    """Return what holds in all of some runs without variables; None where that is not one value."""
    if examined.may_come_between(name):
        return None
    found = [_below_in(run, name, examined, env_file) for run in runs]
    first, *more = found
    alike = first.value is not MISSED and all(same(first.value, one.value) for one in more)
    return first if alike else None


def _below_in(run: Run, name: str, examined: Examined, env_file: Layer | None) -> Beneath:
    if name not in examined.catalogue.computed:
        return examined.beneath(run.files, name)
    layers = [default_layer(examined.catalogue), *run.files]
    if env_file:
        others = {one: text for one, text in env_file.values.items() if one != name}
        layers.append(env_file._replace(values=others))
    resolution = resolve_layers(examined.catalogue, Reading(tuple(layers)))
    return Beneath(resolution.values.get(name, MISSED), resolution.origin(name))
