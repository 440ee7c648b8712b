"""From what a layer holds to the declared type, and from text to it."""

from .converter import Converter, Mismatch, UnsupportedTypeError
from .declared import UNIONS, converter_for, type_name

__all__ = [
    "UNIONS",
    "Converter",
    "Mismatch",
    "UnsupportedTypeError",
    "converter_for",
    "type_name",
]
