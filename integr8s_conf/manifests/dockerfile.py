"""Reads a Dockerfile: what the image of each of its stages gives to a process."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.safe_file import UnreadableError
from .dockerfile_copy import copied, within
from .dockerfile_lines import instructions
from .dockerfile_values import given, split_words, unquoted
from .manifest import Manifest, Mount, Variable, Workload
from .text_file import read_short_text, unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .dockerfile_lines import Instruction

_NONE: Mapping[str, Variable] = MappingProxyType({})
_FROM = re.compile(r"(?:--\S+\s+)*(?P<image>\S+)(?:\s+AS\s+(?P<name>\S+))?", re.IGNORECASE)


class _Stage(NamedTuple):
    """A stage as far as it is read; one that is built on it begins with what it has."""

    origin: Origin
    name: str = ""
    image: str | None = None
    arguments: Mapping[str, Variable] = _NONE
    variables: Mapping[str, Variable] = _NONE
    mounts: tuple[Mount, ...] = ()
    folder: str | None = None
    entrypoint: tuple[str, ...] = ()
    command: tuple[str, ...] = ()

    @property
    def known(self) -> Mapping[str, Variable]:
        return {**self.arguments, **self.variables}


def read_dockerfile(name: str, path: str) -> Manifest:
    """Return the images that a Dockerfile builds: of its named stages, and of the last one."""
    manifest = Manifest(name, path, "dockerfile")
    try:
        found = tuple(instructions(name, read_short_text(path)))
    except UnreadableError as error:
        return unread(manifest, error)
    stages = _stages(found)
    if not stages:
        origin = Origin(LayerKind.MANIFEST, name)
        problem = Problem(None, "no FROM", "a Dockerfile", origin, "begin a stage with FROM")
        return manifest._replace(problems=(problem,))
    folder = Path(path).absolute().parent.name
    images = tuple(
        _image(stage, folder, path) for stage in stages if stage.name or stage is stages[-1]
    )
    return manifest._replace(workloads=images, problems=tuple(_problems(found)))


def _stages(found: Sequence[Instruction]) -> list[_Stage]:
    outside = _NONE
    stages: list[_Stage] = []
    for instruction in found:
        if instruction.name == "FROM":
            stages.append(_begun(instruction, outside, stages))
        elif stages:
            stages[-1] = _after(stages[-1], instruction, outside)
        elif instruction.name == "ARG":
            outside = {**outside, **_asked(instruction, outside, _NONE)}
    return stages


def _begun(
    instruction: Instruction, outside: Mapping[str, Variable], stages: Sequence[_Stage]
) -> _Stage:
    match = _FROM.match(instruction.value)
    name = (match["name"] or "") if match else ""
    image = given("", match["image"], instruction.origin, outside).value if match else None
    named = {one.name.lower(): one for one in stages if one.name}
    below = named.get(image.lower(), _Stage(instruction.origin, image=image)) if image else None
    return (below or _Stage(instruction.origin))._replace(
        origin=instruction.origin, name=name, arguments=_NONE
    )


def _after(stage: _Stage, instruction: Instruction, outside: Mapping[str, Variable]) -> _Stage:
    """Return a stage after one more instruction."""
    match instruction.name:
        case "ENV":
            return stage._replace(variables={**stage.variables, **_set(instruction, stage.known)})
        case "ARG":
            asked = _asked(instruction, stage.known, outside)
            return stage._replace(arguments={**stage.arguments, **asked})
        case "WORKDIR":
            path = given("", instruction.value, instruction.origin, stage.known).value
            return stage._replace(folder=within(stage.folder, path))
        case "COPY" | "ADD":
            files = copied(instruction, stage.folder, stage.known)
            return stage._replace(mounts=(*stage.mounts, *files))
        case "ENTRYPOINT":
            return stage._replace(entrypoint=_command(instruction.value), command=())
        case "CMD":
            return stage._replace(command=_command(instruction.value))
        case _:
            return stage


def _set(instruction: Instruction, known: Mapping[str, Variable]) -> dict[str, Variable]:
    """Return what ENV sets: ``NAME=value ...``, or the old ``NAME value``."""
    words = split_words(instruction.value)
    if words and "=" not in words[0]:
        words = ["=".join(instruction.value.split(None, 1))]
    origins, values = instruction.origins, {}
    for word in words:
        name, equals, value = word.partition("=")
        plain = unquoted(name)
        if plain and equals:
            values[plain] = given(plain, value, origins.get(plain, instruction.origin), known)
    return values


def _asked(
    instruction: Instruction, known: Mapping[str, Variable], outside: Mapping[str, Variable]
) -> dict[str, Variable]:
    """Return what ARG asks the builder for, with a default that may be of before the stages."""
    origins, asked = instruction.origins, {}
    for word in split_words(instruction.value):
        name, equals, value = word.partition("=")
        origin = origins.get(name, instruction.origin)
        default = given(name, value, origin, known) if equals else outside.get(name)
        text = default.value if default else None
        asked[name] = Variable(name, origin, "host", text, name, text is not None, at_build=True)
    return asked


def _command(text: str) -> tuple[str, ...]:
    """Return the words of a command: a JSON list, or what a shell is given."""
    try:
        words = json.loads(text)
    except (ValueError, RecursionError):
        words = None
    if isinstance(words, list):
        return tuple(map(str, words))
    try:
        return tuple(shlex.split(text))
    except ValueError:
        return tuple(text.split())


def _image(stage: _Stage, folder: str, path: str) -> Workload:
    return Workload(
        stage.name or folder,
        "image",
        stage.origin,
        tuple(stage.known.values()),
        stage.mounts,
        (*stage.entrypoint, *stage.command),
        stage.folder,
        stage.image,
        path,
    )


def _problems(found: Sequence[Instruction]) -> Iterator[Problem]:
    """Yield the words of ENV that set nothing; they are not shown, as they may hold anything."""
    for instruction in found:
        words = split_words(instruction.value) if instruction.name == "ENV" else []
        if not words or ("=" not in words[0] and len(words) > 1):
            continue
        origins = instruction.origins
        for word in words:
            if "=" not in word:
                origin = origins.get(unquoted(word), instruction.origin)
                yield Problem(
                    None, "ENV with a word without =", "NAME=value", origin, "quote the value"
                )
