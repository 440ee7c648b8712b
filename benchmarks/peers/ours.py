"""integr8s_conf on the same files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integr8s_conf import Settings

if TYPE_CHECKING:
    from pathlib import Path


def load(base: str | Path, override: str | Path | None = None) -> Settings:
    """Load, check and publish every key."""
    return Settings(config_path=base, override_path=override)
