"""From what a layer holds to the declared type, and from text to it."""

from .converter import Converter, Mismatch, UnsupportedTypeError
from .declared import converter_for

__all__ = ["Converter", "Mismatch", "UnsupportedTypeError", "converter_for"]
