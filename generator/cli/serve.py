"""``cablepress serve``: the site at a local address, rebuilt on every change."""

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import click
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.cli.options import (
    CONFIG,
    CORPUS,
    EXPOSE,
    STORE,
    WORKERS,
    show_problems,
    show_stop,
)
from generator.cli.output import say
from generator.cli.progress import watched
from generator.model import CablepressError, counted
from generator.pages import GENERATED
from generator.pipeline import Report, StoppedError, among_generated, build_site
from generator.publish import SiteError, open_project, scratch_folder
from generator.settings import Configuration, read_configuration

HOST = re.compile(r"(\[[^]]*\]|[^:]*)(?::[0-9]*)?")
"""A Host header: a name or an address, IPv6 in brackets, and a port."""


@click.command()
@CORPUS
@CONFIG
@WORKERS
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
@EXPOSE
@STORE
def serve(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    corpus: tuple[Path, ...],
    config: Path | None,
    workers: int | None,
    host: str,
    port: int,
    expose_unclear_sources: bool,
    no_store: bool,
) -> int:
    """Show the site at a local address.

    It is rebuilt when a cable, a template or a page changes; an open page reloads by itself.

    Works in a scratch folder: neither site/ nor docs/ is touched. Answers only to localhost and to --host,
    lest a page elsewhere reads your cables through your browser. Stop it with Ctrl-C.

    \b
    Example:
      cablepress serve --corpus ~/cables --port 8001
    """
    with open_project(config) as project, scratch_folder() as scratch:
        configuration = partial(
            read_configuration,
            project,
            corpus=corpus,
            workers=workers,
            expose_unclear=expose_unclear_sources,
            store=not no_store,
        )
        site = scratch / "site"
        _claim(host, port)
        configured = configuration()
        _first(configured, site)
        server = _Server(lambda: _again(configuration, site), host, port, str(site))
        server.asked_for = host
        _watch(server, configured)
        try:
            server.serve()  # type: ignore[no-untyped-call] # MkDocs gives no types here
        except KeyboardInterrupt:
            say("Stopped.")
        finally:
            server.shutdown()
    return 0


class _Server(LiveReloadServer):
    """Says where it serves when that is known: with port 0 not before it listens. Heeds the Host header."""

    asked_for = ""
    """The address that it was told to listen on."""

    def serve_request(
        self,
        environ: dict[str, Any],
        start_response: Callable[[str, list[tuple[str, str]]], object],
    ) -> Iterable[bytes]:
        """What WSGI calls for each request."""
        host = environ.get("HTTP_HOST", "")
        if not answers_to(host, self.asked_for):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"This server answers to localhost and to the address that it was given as --host.\n"]
        if "\0" in environ["PATH_INFO"]:
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"No page has such an address.\n"]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def server_activate(self) -> None:
        super().server_activate()
        say(f"Serving at {self.url.replace(':0/', f':{self.server_port}/')} (stop with Ctrl-C)")


def answers_to(header: str, asked_for: str) -> bool:
    """Whether a request's Host header names this machine, or the address asked for.

    Any other name may be one that leads a browser here only so that a page of that name can read the answer
    (DNS rebinding). Where any address was asked for, as by 0.0.0.0, an address does: it is no name.
    """
    parts = HOST.fullmatch(header)
    name = parts[1].strip("[]").lower().rstrip(".") if parts else ""
    address = _address(name)
    if name in {"localhost", asked_for.lower().rstrip(".")} or (address and address.is_loopback):
        return bool(name)
    wanted = _address(asked_for)
    return bool(address and wanted and (wanted.is_unspecified or address == wanted))


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _claim(host: str, port: int) -> None:
    """Find out before the long work whether the address can be had.

    Raises:
        SiteError: It is another program's, or not this machine's.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        message = f"{host}:{port}: {error.strerror}; choose another --port or --host"
        raise SiteError(message) from error


def _first(configured: Configuration, site: Path) -> None:
    """The site that must be there before anything can be shown."""
    with watched() as watch:
        try:
            _report(build_site(configured, site, watch=watch))
        except StoppedError as error:
            show_stop(error)
            raise


def _again(configuration: Callable[[], Configuration], site: Path) -> None:
    """A change that breaks the build costs a line, not the server; the last good site goes on.

    Each build reads the configuration anew, since a change of it is a change like any other.
    """
    try:
        _report(build_site(configuration(), site))
    except StoppedError as error:
        show_stop(error)
        say(f"{error}; the last good site is still shown")
    except (CablepressError, MkDocsException) as error:
        say(f"{error}; the last good site is still shown")
    except Exception as error:  # noqa: BLE001 - whatever a half-saved template or page raises
        say(f"{type(error).__name__}: {error}; the last good site is still shown")


def _report(report: Report) -> None:
    show_problems((*report.lost, *report.published))
    say(f"Built {counted(report.counts.cables, 'cable')}.")


def _watch(server: LiveReloadServer, configured: Configuration) -> None:
    """Everything a page is made from."""
    project, sources = configured.project, configured.sources
    people = sources.people_file
    whole = (
        *sources.corpus,
        project.config_file,
        people,
        sources.protect_file,
        sources.glossary_file,
        *(path for path in project.docs.glob("*") if _written_by_people(path)),
        *(project.docs / name for name in among_generated(project.docs)),
        project.root / "overrides",
        Path(__file__).parents[1] / "pages" / "templates",
    )
    if project.docs.is_dir():
        server.watch(
            str(project.docs), recursive=False
        )  # new pages; below are those that a build leaves there
    if not people.exists() and people.parent.is_dir():
        server.watch(str(people.parent), recursive=False)  # the first decision makes the file
    for path in whole:
        if path.exists():
            server.watch(str(path))


def _written_by_people(path: Path) -> bool:
    """Whether something at the top of docs/ is no build's: watched, that would set off the next build."""
    return path.name not in (*GENERATED, "index.md") and not path.name.startswith(".")
