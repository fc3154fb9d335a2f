"""The command line, the only printer: one module a command.

Help, version and completion load click and nothing else; what works is imported when a command runs.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

import click

from quotex._version import __version__
from quotex.cli.claims import claims
from quotex.cli.completion import completion
from quotex.cli.convert import convert
from quotex.cli.evaluate import evaluate
from quotex.cli.export import export
from quotex.cli.extract import extract
from quotex.cli.files import on_stderr, problem_of, tell
from quotex.cli.match import match_
from quotex.cli.run import run
from quotex.cli.speakers import speakers
from quotex.cli.variants import variants
from quotex.cli.verify import verify

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it (128 + SIGINT)."""

_EPILOG = "Exit codes: 0 all is well, 1 a document failed or a quote is not there, 2 wrong usage, 130 interrupted."


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(__version__, "-V", "--version", message="quotex %(version)s")
@click.option("-v", "--verbose", is_flag=True, help="Log what is being done to standard error.")
def cli(verbose: bool) -> None:
    """Who said what in a news article, in which words, and how do we know."""
    if verbose:
        logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
        logging.getLogger("quotex").setLevel(logging.DEBUG)


for _command in (extract, run, convert, export, speakers, variants, claims, verify, match_, evaluate, completion):
    cli.add_command(_command)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line on ``args`` (those of the process where ``None``) and return its exit code."""
    try:
        code = cli.main(args=args, prog_name="quotex", standalone_mode=False)
    except click.ClickException as error:
        on_stderr(error.show)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        tell("interrupted")
        return INTERRUPTED
    except OSError as error:
        tell(problem_of(error))
        return 1
    return code if isinstance(code, int) else 0
