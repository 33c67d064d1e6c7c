"""Entry point of ``cablepress``: errors become one line, results an exit status."""

import os
from collections.abc import Sequence

import click
from mkdocs.exceptions import ConfigurationError

from generator.cli.build import build, bundle
from generator.cli.check import check
from generator.cli.parse import parse
from generator.cli.people import people
from generator.cli.serve import serve
from generator.publish import SiteError


class _Cli(click.Group):
    """Foreseeable failures end with one line and status 1, never with a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (SiteError, ConfigurationError) as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except BrokenPipeError:  # the reader of our output, `head` for one, has seen enough
            os._exit(0)


@click.group(cls=_Cli, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cablepress")
def cablepress() -> None:
    """Turn a folder of diplomatic telegrams into a searchable site.

    \b
    Exit status:
      0  done
      1  nothing to do the work on, a failure, or with --strict any warning
      2  a wrong command line

    \b
    Example:
      cablepress build --corpus cables --site site
    """


for _command in (build, serve, parse, check, people, bundle):
    cablepress.add_command(_command)


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line; None: that of the process.

    Returns:
        The exit status, see ``cablepress --help``.
    """
    try:
        status = cablepress.main(args=args, prog_name="cablepress", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; what was there before is untouched.", err=True)
        return 130
    return status if isinstance(status, int) else 0
