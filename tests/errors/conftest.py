"""A deployment that a test breaks: files in the working directory, and what a load says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from .case import Case, refusal_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from integr8s_conf import ConfigError


class Refuse(Protocol):
    def __call__(
        self,
        base: str = ...,
        *,
        files: Mapping[str, str | bytes] = ...,
        env: Mapping[str, str] = ...,
        **request: Any,
    ) -> ConfigError: ...


@pytest.fixture
def refuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Return a function: the text of a base file, and more, in; the refusal out."""

    def load(
        base: str = "",
        *,
        files: Mapping[str, str | bytes] | None = None,
        env: Mapping[str, str] | None = None,
        **request: Any,
    ) -> ConfigError:
        case = Case(base=base, files=files or {}, env=env or {}, request=request)
        return refusal_of(case, tmp_path, monkeypatch)

    return load
