"""Brings what follows from the code into the documentation: every key, every command.

mkdocs runs it at each build; the deployment that the page of keys shows is the one in settings/.
"""

from __future__ import annotations

import re
from inspect import cleandoc
from pathlib import Path

import click
import mkdocs_gen_files

from integr8s_conf.cli import main
from integr8s_conf.deployment.combinations import find_deployment
from integr8s_conf.export.markdown import markdown_text
from integr8s_conf.export.markdown_parts import fenced, paragraphs
from integr8s_conf.export.reference_page import reference_page
from integr8s_conf.request import Request
from integr8s_conf.resolve.resolve import resolve

ROOT = Path(__file__).parents[1]

_WITHOUT_NAVIGATION = "---\nhide: [navigation]\n---\n\n"
"""The tables of keys are wide: their page does without the list of other pages beside it."""

_CODE_SPAN = re.compile(r"(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)")


def keys_page() -> str:
    """Return the reference of the keys in the dialect of the site.

    Python-Markdown keeps the backslash of an escaped ``|`` in a code span, where it needs none.
    """
    request = Request(config_path="settings/config.toml", folder=str(ROOT))
    page = markdown_text(reference_page(resolve(request), find_deployment(request)))
    lines = (
        _CODE_SPAN.sub(lambda found: found[0].replace(r"\|", "|"), line)
        if line.startswith("| ")
        else line
        for line in page.split("\n")
    )
    return _WITHOUT_NAVIGATION + "\n".join(lines)


def write_helps(command: click.Command) -> None:
    """Give mkdocs-click the help of a command, and of those within it, as Markdown.

    It takes the text that a terminal shows for Markdown, and leaves out the examples behind it.
    """
    text = "\n\n".join(map(cleandoc, filter(None, (command.callback.__doc__, command.epilog))))
    command.help = "\n\n".join(
        fenced(part.removeprefix("\b\n"), "text") if part.startswith("\b\n") else paragraphs(part)
        for part in text.split("\n\n")
    )
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            write_helps(inner)


with mkdocs_gen_files.open("reference/keys.md", "w") as file:
    file.write(keys_page())
write_helps(main)
