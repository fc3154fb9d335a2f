"""``quotex completion``: the script that teaches a shell to complete the command's words."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    bash:  quotex completion bash > ~/.local/share/bash-completion/completions/quotex
    zsh:   quotex completion zsh > ~/.zfunc/_quotex    (with ~/.zfunc in fpath)
    fish:  quotex completion fish > ~/.config/fish/completions/quotex.fish
    """
    script = get_completion_class(shell)
    assert script is not None  # click knows all three
    click.echo(script(context.find_root().command, {}, "quotex", "_QUOTEX_COMPLETE").source())
