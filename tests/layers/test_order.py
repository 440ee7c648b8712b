"""Of two layers that set one key the higher one wins: each pair of the seven."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Stranger, Write

pytestmark = pytest.mark.filterwarnings("ignore:.*a secret in a file:integr8s_conf.ConfigWarning")

LAYERS = (
    "defaults",
    "base-file",
    "override-file",
    "env-file",
    "secret-files",
    "environment",
    "overrides",
)
"""Lowest first."""

PAIRS = [pytest.param(*pair, id=f"{pair[1]}-over-{pair[0]}") for pair in combinations(LAYERS, 2)]


@dataclass
class Deployment:
    """Lets any layer set one key; ``request`` is then what Settings is asked for."""

    key: str
    stranger: Stranger
    write: Write
    setenv: Callable[[str, str], None]
    request: dict[str, Any] = field(default_factory=dict)

    def set(self, layer: str, number: int) -> None:
        getattr(self, f"_{layer.replace('-', '_')}")(number)

    def value(self, number: int) -> Any:
        return number if self.key == "REDIS_DB" else str(number)

    def _defaults(self, number: int) -> None:
        self.stranger(
            f"""
            from integr8s_conf import hookimpl

            @hookimpl
            def integr8s_defaults():
                return {{"{self.key}": {self.value(number)!r}}}
            """
        )

    def _base_file(self, number: int) -> None:
        self.write("config.toml", f"{self.key} = {self.value(number)!r}")

    def _override_file(self, number: int) -> None:
        self.write("config.worker.toml", f"{self.key} = {self.value(number)!r}")
        self.request["override_path"] = "config.worker.toml"

    def _env_file(self, number: int) -> None:
        self.write(".env", f"INTEGR8S_{self.key}={number}")

    def _secret_files(self, number: int) -> None:
        self.write(f"secrets/{self.key}", str(number))
        self.request["secrets_dir"] = "secrets"

    def _environment(self, number: int) -> None:
        self.setenv(f"INTEGR8S_{self.key}", str(number))

    def _overrides(self, number: int) -> None:
        self.request["overrides"] = {self.key: self.value(number)}


@pytest.fixture
def deploy(
    stranger: Stranger, write: Write, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Deployment]:
    def deploy(*layers: str) -> Deployment:
        """Return a deployment of a key that all ``layers`` may set."""
        key = "REDIS_PASSWORD" if "secret-files" in layers else "REDIS_DB"
        return Deployment(key, stranger, write, monkeypatch.setenv)

    return deploy


@pytest.mark.parametrize(("lower", "higher"), PAIRS)
def test_pair(lower: str, higher: str, deploy: Callable[..., Deployment]) -> None:
    deployment = deploy(lower, higher)
    deployment.set(lower, 1)
    deployment.set(higher, 2)
    assert Settings(**deployment.request)[deployment.key] == deployment.value(2)


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_alone_sets_the_key(layer: str, deploy: Callable[..., Deployment]) -> None:
    deployment = deploy(layer)
    deployment.set(layer, 1)
    assert Settings(**deployment.request)[deployment.key] == deployment.value(1)


def test_all_seven_at_once_are_explained_highest_first(deploy: Callable[..., Deployment]) -> None:
    deployment = deploy(*LAYERS)
    for number, layer in enumerate(LAYERS):
        deployment.set(layer, number)
    explanation = Settings(**deployment.request).explain(deployment.key)
    kinds = [layer.origin.layer.replace(" ", "-") for layer in explanation.layers]
    assert kinds == [*reversed(LAYERS)]
    assert [layer.wins for layer in explanation.layers] == [True] + 6 * [False]
