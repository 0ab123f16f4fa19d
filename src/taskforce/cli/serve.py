"""`taskforce serve`: show the shelf in the browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import click

from taskforce.snapshot.shelf import LATEST, Shelf
from taskforce.vocabulary.errors import Refused

PORT = 8000
_PATIENCE_S = 3
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
# Named by text: the command line never imports the web.
_APPLICATION = "taskforce.web.project.wsgi:application"
_SETTINGS = "taskforce.web.project.settings"


@click.command(
    epilog="""\b
Examples:
  taskforce serve
  taskforce --shelf /srv/shelf serve --port 8080
"""
)
@click.option("--port", type=click.IntRange(1, 65_535), default=PORT, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.pass_obj
def command(shelf: Shelf, port: int, host: str) -> None:
    """Show the shelf in the browser, until Ctrl-C."""
    serve(shelf, host=host, port=port)


def serve(shelf: Shelf, *, host: str = "127.0.0.1", port: int = PORT) -> None:
    """Build what is missing, prepare the web, and answer until stopped.

    Raises
    ------
    Refused
        The port is taken, or the settings do not allow to answer other machines.
    """
    check_place(host, port)
    publish(shelf)
    point_at(shelf)
    prepare()
    answer(host, port)


def point_at(shelf: Shelf) -> None:
    """Tell the web, which is started from here, which shelf to show."""
    os.environ["TASKFORCE_SHELF"] = str(shelf.root.absolute())
    os.environ["DJANGO_SETTINGS_MODULE"] = _SETTINGS


def answer(host: str, port: int) -> None:
    """Answer until stopped, once the web has been prepared."""
    name = "localhost" if host in _LOOPBACK else host
    click.echo(f"Open http://{name}:{port}/ in your browser. Stop with Ctrl-C.", err=True)
    _granian(host, port)


def check_place(host: str, port: int) -> None:
    """Refuse a port that is taken, and a host that the settings would not answer for anyway."""
    if host not in _LOOPBACK and os.environ.get("TASKFORCE_MODE", "local") != "service":
        raise Refused(
            f"{host} would show the site to other machines, but it runs in local mode.",
            remedy="Set TASKFORCE_MODE=service, TASKFORCE_SECRET_KEY and TASKFORCE_HOSTS first; "
            "see docs/operations.md.",
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refused(
                f"Port {port} on {host} cannot be used ({error.strerror}).",
                remedy=f"Choose another: taskforce serve --port {port + 1}",
            ) from error


def publish(shelf: Shelf, snapshot: str = LATEST) -> Path | None:
    """Build the bundle of a snapshot where it is missing; an empty shelf has none."""
    if not shelf.snapshots():
        click.echo("The shelf is empty; the site will say what to do.", err=True)
        return None
    from taskforce.report.build import build
    from taskforce.sources.demonstration.areas import LAND

    return build(shelf, snapshot, land=LAND if LAND.exists() else None, progress=_tell)


def _tell(doing: str) -> None:
    click.echo(f"  {doing}", err=True)


def prepare() -> None:
    """Bring the database and the static files up to date."""
    _manage("prepare")


def fill_demonstration(sites: Path) -> str:
    """Fill the workspace with made-up accounts, promises and the public sites of a list.

    Returns the accounts, to be shown.
    """
    return _manage("fill_demonstration", "--sites", str(sites))


def freeze_sites() -> str:
    """Put the public sites of the register on the shelf; returns what was done."""
    return _manage("freeze_sites").strip()


def _manage(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "django", *command], capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Refused(f"The web cannot start: {reason}")
    return done.stdout


def _granian(host: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        _APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=8,
        log_enabled=False,
        # A browser that keeps its connection open must not keep the server from stopping.
        workers_kill_timeout=_PATIENCE_S,
    )
    server.serve()
