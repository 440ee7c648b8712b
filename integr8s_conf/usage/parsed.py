"""Reads and parses one file of source code."""

from __future__ import annotations

import ast
import warnings
from pathlib import Path


class UnparsedError(Exception):
    """Why a file cannot be parsed, and perhaps in which line."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason, line)
        self.reason, self.line = reason, line


def parsed(path: str) -> ast.Module:
    """Return the tree of a file, whatever its encoding is.

    Raises:
        UnparsedError: It cannot be read, or is no Python.

    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes and the like in the code that is read
            return ast.parse(Path(path).read_bytes())
    except SyntaxError as error:
        raise UnparsedError(f"no Python: {error.msg}", error.lineno) from None
    except ValueError as error:  # a NUL character
        raise UnparsedError(f"no Python: {error}") from None
    except (RecursionError, MemoryError):
        raise UnparsedError("nested too deeply") from None
    except OSError as error:
        raise UnparsedError(error.strerror or str(error)) from None
