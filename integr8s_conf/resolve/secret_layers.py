"""The layer of secret files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.secret_files import SecretFault, SecretFiles, read_secret_files
from .described import problem_of
from .layer import Layer, Reading

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
    found = read_secret_files(catalogue.secrets, both, request.secrets_dir, request.folder)
    doubled = tuple(_doubled(environ, LayerKind.ENVIRONMENT, "environment", catalogue))
    doubled += tuple(_doubled(in_env_file, LayerKind.ENV_FILE, env_file, catalogue))
    layer = _layer(found)
    if not (found.faults or found.warnings or doubled):
        return Reading((layer,) if found.values else ())

    def locate(variable: str) -> Origin:
        if variable in environ or variable not in in_env_file:
            return Origin(LayerKind.ENVIRONMENT, f"environment variable {variable}")
        return Origin(LayerKind.ENV_FILE, env_file, content.lines.get(variable))

    problems = (*doubled, *(_fault(fault, catalogue, locate) for fault in found.faults))
    warnings = tuple(_fault(fault, catalogue, locate) for fault in found.warnings)
    return Reading((layer,), problems, warnings)


def _layer(found: SecretFiles) -> Layer:
    def locate(key: str) -> Origin:
        return Origin(LayerKind.SECRET_FILES, found.paths[key])

    return Layer(LayerKind.SECRET_FILES, "secret files", found.values, locate, textual=True)


def _doubled(
    environ: Mapping[str, str], kind: LayerKind, name: str, catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield a problem for each secret whose text and whose file are both given."""
    for file in environ:
        key = file.removesuffix("_FILE")
        if key == file or key not in catalogue.secrets or not environ[file]:
            continue
        for variable in (key, f"INTEGR8S_{key}"):
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
    return problem_of(catalogue.keys[fault.key], fault.found, fault.wanted, origin, fault.hint)
