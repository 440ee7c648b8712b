"""A deployment in the working directory, and code beside it."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from .projects import wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Write

    Code = Callable[..., Callable[[str], set[tuple[str, str]]]]


@pytest.fixture
def code(write: Write, tmp_path: Path) -> Code:
    """Return a function that writes code beside a small deployment.

    What it returns gives what comments of the code say: ``# undeclared MAIL_HOST``.
    """
    write("config.toml", 'APP_URL = "https://localhost"\nREDIS_DB = 1\n')

    def code(**files: str) -> Callable[[str], set[tuple[str, str]]]:
        for name, text in files.items():
            write(f"{name.replace('__', '/')}.py", dedent(text))
        return lambda mark: wanted(tmp_path, mark)

    return code
