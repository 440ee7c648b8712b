"""The files and folders that a service of a Compose file is given: volumes, secrets, configs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .manifest import Mount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .compose_file import ComposeFile
    from .yaml_nodes import Node

_SECRETS = "/run/secrets"


def own_mounts(file: ComposeFile, service: Node) -> tuple[Mount, ...]:
    """Return what a service finds at paths of its own."""
    return (
        *_volumes(file, service.get("volumes")),
        *_granted(file, service, "secrets", f"{_SECRETS}/"),
        *_granted(file, service, "configs", "/"),
        *_tmpfs(file, service.get("tmpfs")),
    )


def _volumes(file: ComposeFile, node: Node) -> Iterator[Mount]:
    for part in node.parts:
        if part.kind == "text":
            yield from _short(file, part)
            continue
        target, source = file.text(part.get("target")), file.text(part.get("source"))
        if target:
            own = part.get("type").text == "bind" and source
            sub_path = file.text(part.get("volume", "subpath"))
            at = file.located(source) if own and source else None
            yield Mount(_path(target), file.origin(part.line), at, sub_path=sub_path)


def _short(file: ComposeFile, part: Node) -> Iterator[Mount]:
    """Yield the mount of ``source:target:mode``, or of ``target`` alone."""
    words = (file.text(part) or "").split(":")
    target = words[1] if len(words) > 1 else words[0]
    if not target.startswith("/"):
        return
    own = len(words) > 1 and words[0].startswith((".", "/", "~"))
    yield Mount(_path(target), file.origin(part.line), file.located(words[0]) if own else None)


def _granted(file: ComposeFile, service: Node, what: str, folder: str) -> Iterator[Mount]:
    """Yield the files of a service's secrets or configs, short and long."""
    for part in service.get(what).parts:
        name = file.text(part if part.kind == "text" else part.get("source"))
        target = file.text(part.get("target")) or name
        if not name or not target:
            continue
        said = file.root.get(what, name)
        path = file.text(said.get("file"))
        source = file.located(path) if path else None
        at = target if target.startswith("/") else f"{folder}{target}"
        yield Mount(_path(at), file.origin(part.line), source, secret=what == "secrets")


def _tmpfs(file: ComposeFile, node: Node) -> Iterator[Mount]:
    for part in (node,) if node.kind == "text" else node.parts:
        target = (file.text(part) or "").partition(":")[0]
        if target.startswith("/"):
            yield Mount(_path(target), file.origin(part.line))


def _path(target: str) -> str:
    return target.rstrip("/") or "/"
