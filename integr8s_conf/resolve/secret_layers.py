"""The layer of secret files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.secret_files import SecretFault, SecretFiles, read_secret_files
from .described import problem_of
from .former_names import Renamed, both_names, by_names_of_now
from .layer import Layer, Reading
from .notices import renamed_notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..declare.catalogue import Catalogue
    from ..request import Request
    from ..sources.env_file import EnvFileContent
    from .variable_layers import Locate


def read_secret_layer(
    request: Request,
    environ: Mapping[str, str],
    catalogue: Catalogue,
    content: EnvFileContent,
    env_file: str,
) -> Reading:
    """Return the layer of secret files, those that an env file names among them."""
    in_env_file = content.variables
    both = {**in_env_file, **environ} if in_env_file else environ
    names = catalogue.secrets | catalogue.former_secrets
    found = read_secret_files(names, both, request.secrets_dir, request.folder)
    doubled = tuple(_doubled(environ, LayerKind.ENVIRONMENT, "environment", catalogue))
    doubled += tuple(_doubled(in_env_file, LayerKind.ENV_FILE, env_file, catalogue))
    renamed = by_names_of_now(found.values, catalogue)
    layer = _layer(found, renamed)
    if not (found.faults or found.warnings or doubled or renamed.former or renamed.beside):
        return Reading((layer,) if found.values else ())

    def locate(variable: str) -> Origin:
        if variable in environ or variable not in in_env_file:
            return Origin(LayerKind.ENVIRONMENT, f"environment variable {variable}")
        return Origin(LayerKind.ENV_FILE, env_file, content.lines.get(variable))

    problems = [*doubled, *(_fault(fault, catalogue, locate) for fault in found.faults)]
    for old, other in renamed.beside.items():
        origin = Origin(LayerKind.SECRET_FILES, found.paths[old])
        problems.append(both_names(old, other, origin, catalogue))
    warnings = [_fault(fault, catalogue, locate) for fault in found.warnings]
    for new, old in renamed.former.items():
        warnings.append(renamed_notice(old, new, layer.locate(new), catalogue))
    return Reading((layer,), tuple(problems), tuple(warnings))


def _layer(found: SecretFiles, renamed: Renamed) -> Layer:
    def locate(key: str) -> Origin:
        return Origin(LayerKind.SECRET_FILES, found.paths[renamed.former.get(key, key)])

    return Layer(LayerKind.SECRET_FILES, "secret files", renamed.values, locate, textual=True)


def _doubled(
    environ: Mapping[str, str], kind: LayerKind, name: str, catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield a problem for each secret whose text and whose file are both given."""
    for file in environ:
        spelled = file.removesuffix("_FILE")
        key = catalogue.renamed.get(spelled, spelled)
        if spelled == file or key not in catalogue.secrets or not environ[file]:
            continue
        names = (key, *catalogue.keys[key].setting.renamed_from)
        for variable in (*names, *(f"INTEGR8S_{one}" for one in names)):
            if environ.get(variable):
                said, hint = f"{variable} and {file} are both set", f"unset {variable} or {file}"
                words = f"environment variable {variable}" if name == "environment" else name
                origin = Origin(kind, words)
                yield problem_of(catalogue.keys[key], said, "one of the two", origin, hint)


def _fault(fault: SecretFault, catalogue: Catalogue, locate: Locate) -> Problem:
    origin = (
        locate(fault.variable) if fault.variable else Origin(LayerKind.SECRET_FILES, fault.place)
    )
    if fault.key is None:
        return Problem(None, fault.found, fault.wanted, origin, fault.hint)
    key = catalogue.keys[catalogue.renamed.get(fault.key, fault.key)]
    return problem_of(key, fault.found, fault.wanted, origin, fault.hint)
