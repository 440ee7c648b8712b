"""Whether a process reads the deployment's base file, or shows that it reads another one."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..sources.locate import BASE_NAME
from ..sources.variables import PREFIX

if TYPE_CHECKING:
    from ..manifests.manifest import Mount
    from .deployed import Deployed
    from .process import Process


def has_base(process: Process, deployed: Deployed) -> bool:
    """Tell whether nothing shows that a process reads another base file than the deployment's."""
    named = process.by_name.get(f"{PREFIX}CONF_FILE")
    if named and (not named.value or not deployed.is_base(PurePosixPath(named.value).name)):
        return False
    return not any(_is_other_base(mount, deployed) for mount in process.workload.mounts)


def _is_other_base(mount: Mount, deployed: Deployed) -> bool:
    if mount.source is not None:
        source = Path(mount.source)
        inner = source / BASE_NAME if source.is_dir() else source
        is_base = source.is_dir() or deployed.is_base(PurePosixPath(mount.target).name)
        return is_base and inner.is_file() and os.path.realpath(inner) != deployed.base
    names = (mount.sub_path,) if mount.sub_path else mount.files or ()
    texts = (mount.texts.get(name) for name in names if name and deployed.is_base(name))
    return any(text is not None and text.strip() != deployed.text.strip() for text in texts)
