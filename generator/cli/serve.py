"""``cablepress serve``: the site at a local address, rebuilt on every change."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
from mkdocs.livereload import LiveReloadServer

from generator.cli.options import CONFIG, CORPUS, WORKERS, counted, say, show_problems
from generator.pages import GENERATED
from generator.pipeline import NothingToPublishError, Report, Request, build_site
from generator.publish import Project, SiteError, open_project
from generator.settings import load_settings


@click.command()
@CORPUS
@CONFIG
@WORKERS
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
def serve(*, corpus: Path | None, config: Path | None, workers: int | None, host: str, port: int) -> int:
    """Show the site at a local address.

    It is rebuilt when a cable, a template or a page changes; an open page reloads by itself.

    Works in a scratch folder: neither site/ nor docs/ is touched. Stop it with Ctrl-C.

    \b
    Example:
      cablepress serve --corpus ~/cables --port 8001
    """
    with open_project(config) as project, tempfile.TemporaryDirectory(prefix="cablepress-") as scratch:
        request = Request(project=project, corpus=corpus, workers=workers)
        site = Path(scratch) / "site"
        _report(build_site(request, site))
        server = LiveReloadServer(lambda: _again(request, site), host, port, str(site))
        for path in _watched(request):
            server.watch(str(path))
        say(f"Serving at {server.url} (stop with Ctrl-C)")
        try:
            server.serve()  # type: ignore[no-untyped-call] # MkDocs gives no types here
        except KeyboardInterrupt:
            say("Stopped.")
        except OSError as error:
            message = f"{host}:{port}: {error.strerror}; choose another --port"
            raise SiteError(message) from error
        finally:
            server.shutdown()
    return 0


def _again(request: Request, site: Path) -> None:
    """A change that breaks the build costs a line, not the server; the last good site goes on."""
    try:
        _report(build_site(request, site))
    except NothingToPublishError as error:
        show_problems(error.problems)
        say(str(error))
    except Exception as error:  # noqa: BLE001 - whatever a half-saved template or page raises
        say(f"{type(error).__name__}: {error}; the last good site is still shown")


def _report(report: Report) -> None:
    show_problems((*report.lost, *report.published))
    say(f"Built {counted(report.counts.cables, 'cable')}.")


def _watched(request: Request) -> Iterator[Path]:
    """Everything a page is made from."""
    project: Project = request.project
    settings, _ = load_settings(project.config_file)
    candidates = (
        request.corpus or project.base / settings.corpus,
        project.config_file,
        project.base / settings.people_file,
        *(path for path in project.docs.iterdir() if path.name not in (*GENERATED, "index.md")),
        project.root / "overrides",
        Path(__file__).parents[1] / "pages" / "templates",
    )
    yield from (path for path in candidates if path.exists())
