"""What the parser's messages mean, in the words of people who write TOML files."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TEXT_END = re.compile(r"Unterminated string|Expected (?:\"'\"|\"'''\"|'\"+')|.*character '\\n'")

_ESCAPES = ("Unescaped", "Invalid hex", "Escaped character")

_STATEMENT = "a line KEY = VALUE"
_QUOTES = "a text with a quote at both ends"
_REASONS = (
    ("Invalid statement", "a line that sets no key", _STATEMENT),
    ("Invalid initial character for a key part", "a character that no key begins with", _STATEMENT),
    ("Expected '='", "no equals sign after the key", _STATEMENT),
    ("Invalid value", "a value that is not TOML", "a value in TOML"),
    ("Expected newline", "something after the end of the value", "one value a line"),
    ("Expected ']]'", "a header without its closing brackets", "keys without a header"),
    ("Expected ']'", "a header without its closing bracket", "keys without a header"),
    ("Invalid date or datetime", "a date that is not in the calendar", "a value in TOML"),
    ("Unescaped '\\'", "a backslash that begins no escape", "a text without stray backslashes"),
    ("Invalid hex value", "a backslash that begins no escape", "a text without stray backslashes"),
    (
        "Escaped character is not",
        "an escape for no character",
        "a text without stray backslashes",
    ),
    ("Duplicate inline table key", "a key that is twice in one table", "each key once"),
)


class Message(NamedTuple):
    """What the parser says of a text, and where; without a place at the end of the text."""

    text: str
    line: int | None
    column: int | None

    @property
    def is_of_an_open_text(self) -> bool:
        """Whether a text in quotes goes on past the end of its line, or of the file."""
        return _TEXT_END.match(self.text) is not None

    @property
    def is_of_an_escape(self) -> bool:
        """Whether a backslash is wrong; the place is behind what follows it."""
        return self.text.startswith(_ESCAPES)

    @property
    def is_of_an_open_bracket(self) -> bool:
        """Whether a list or an inline table lacks a comma or its end."""
        return self.text.startswith("Unclosed")


def read_message(message: str) -> Message:
    """Return a message of the parser's with its place taken out."""
    place = _PLACE.search(message)
    if place is None:
        return Message(message, None, None)
    text = message[: place.start()]
    if place[1] is None:
        return Message(text, None, None)
    return Message(text, int(place[1]), int(place[2]))


def in_words(message: Message, character: str) -> tuple[str, str, str]:
    """Return what is wrong, what is wanted and, where it is always the same, what to do.

    Args:
        message: What the parser says.
        character: The one at the place of the fault; empty at the end of a line.
    """
    if message.is_of_an_open_text:
        return "a quote that is not closed", _QUOTES, ""
    if character == "\r":
        return (
            "a carriage return without a line feed",
            "lines that end as on Unix or Windows",
            "save the file with line ends of Unix",
        )
    if character and not character.isprintable():
        name = f"U+{ord(character):04X}"
        return f"an invisible character, {name}", "characters that can be seen", f"delete {name}"
    if message.text.startswith("Invalid value") and character in ("", "#"):
        return "no value", "a value in TOML", ""
    for beginning, found, wanted in _REASONS:
        if message.text.startswith(beginning):
            return found, wanted, ""
    return f"{message.text[:1].lower()}{message.text[1:]}", "TOML", ""
