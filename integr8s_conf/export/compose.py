"""A Compose file: the secrets' anchor, and a service for each process of the deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .key_comment import comment
from .processes import FOLDER, processes_of
from .secret_names import secret_names
from .yaml_text import MERGE, yaml_text

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..deployment.combination import Deployment
    from .processes import Process, TomlText

_HEADER = """\
The processes of the deployment. The TOML files are named from the folder where this was generated.
Secrets come from the environment of docker compose: an empty one counts as unset.
"""


def compose_text(catalogue: Catalogue, deployment: Deployment, *, image: str) -> str:
    """Return a Compose file of the deployment, to be put in the working directory.

    Raises:
        ConfigError: A TOML file cannot be read.

    """
    secrets = {
        name: f"${{{name}:?{name} is required}}" if required else f"${{{name}:-}}"
        for name, required in secret_names(catalogue).items()
    }
    services = {
        process.name: _service(process, secrets, image) for process in processes_of(deployment)
    }
    text = yaml_text({"x-backend-secrets": secrets, "services": services})
    return "\n".join([*comment(_HEADER), "", text])


def _service(process: Process, secrets: dict[str, str], image: str) -> dict[str, Any]:
    return {
        "image": image,
        "environment": {MERGE: secrets, **process.variables},
        "volumes": list(map(_mount, process.files)),
    }


def _mount(file: TomlText) -> dict[str, Any]:
    source = file.name if file.name.startswith(("/", "./", "../")) else f"./{file.name}"
    return {
        "type": "bind",
        "source": source.replace("$", "$$"),
        "target": f"{FOLDER}/{file.mounted}",
        "read_only": True,
        "bind": {"create_host_path": False},
    }
