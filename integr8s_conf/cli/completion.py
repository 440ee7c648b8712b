"""``integr8s-conf completion``: the script that lets a shell complete commands and keys."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from .examples import examples

_VARIABLE = "_INTEGR8S_CONF_COMPLETE"


@click.command(
    short_help="Print the script for completion in bash, zsh or fish.",
    epilog=examples(
        ("In ~/.bashrc", 'eval "$(integr8s-conf completion bash)"'),
        ("In ~/.zshrc", 'eval "$(integr8s-conf completion zsh)"'),
        ("In ~/.config/fish/config.fish", "integr8s-conf completion fish | source"),
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script with which SHELL completes commands, options, keys, roles and files."""
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"this version of click knows no completion for {shell}")
    root = context.find_root()
    click.echo(found(root.command, {}, root.info_name or "integr8s-conf", _VARIABLE).source())
