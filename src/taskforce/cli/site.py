"""`taskforce site`: look after the web site: its first accounts, its journal, its nightly work."""

from __future__ import annotations

import subprocess
import sys

import click

from taskforce.cli.serve import point_at
from taskforce.snapshot.shelf import Shelf

ROLES = (
    "coordinator",
    "case_officer",
    "site_manager",
    "operator",
    "landlord",
    "consultant",
    "administrator",
)


@click.group(
    epilog="""\b
Examples:
  taskforce site prepare
  taskforce site invite anna@region.dk "Anna Holm" --role administrator
  taskforce site nightly
  taskforce site work
  taskforce site read-mail --maildir /var/mail/dialog
  taskforce site verify-journal
"""
)
@click.pass_obj
def command(shelf: Shelf) -> None:
    """Look after the web site: its first accounts, its journal, its nightly work."""
    point_at(shelf)


@command.command(
    epilog="""\b
Examples:
  taskforce site prepare
"""
)
def prepare() -> None:
    """Bring the database and the static files up to date."""
    manage("prepare")


@command.command(
    epilog="""\b
Examples:
  taskforce site invite anna@region.dk "Anna Holm" --role administrator
  taskforce site invite bo@soroe.dk "Bo Krag" --role coordinator --organisation Sorø
"""
)
@click.argument("mail")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they do here.")
@click.option("--organisation", metavar="NAME", help="Where they do it, by its name.")
def invite(mail: str, name: str, role: str, organisation: str | None) -> None:
    """Invite somebody, and print the link: the way to the very first account."""
    place = ("--organisation", organisation) if organisation else ()
    manage("invite", mail, name, "--role", role, *place)


@command.command(
    epilog="""\b
Examples:
  taskforce site nightly
  TASKFORCE_VAR=/srv/taskforce taskforce --shelf /srv/shelf site nightly
"""
)
def nightly() -> None:
    """Let old personal data go, calculate what was asked for, and send the digests."""
    manage("nightly")


@command.command(
    epilog="""\b
Examples:
  taskforce site work
"""
)
def work() -> None:
    """Calculate what was asked for and set the reports, without waiting for the night."""
    manage("work")


@command.command(
    "read-mail",
    epilog="""\b
Examples:
  taskforce site read-mail < answer.eml
  taskforce site read-mail --maildir /var/mail/dialog
""",
)
@click.option(
    "--maildir",
    type=click.Path(exists=True, file_okay=False),
    metavar="FOLDER",
    help="A mailbox in the Maildir format; without it one mail comes from standard input.",
)
def read_mail(maildir: str | None) -> None:
    """Turn answers by mail into messages of their dialogues."""
    manage("read_mail", *(("--maildir", maildir) if maildir else ()))


@command.command(
    "verify-journal",
    epilog="""\b
Examples:
  taskforce site verify-journal && echo whole
""",
)
def verify_journal() -> None:
    """Check that no line of the journal was changed or removed."""
    manage("verify_journal")


def manage(*words: str) -> None:
    """Let the web do it in a process of its own, and end as it ends."""
    # The command line never imports the web; messages go straight through to the terminal.
    done = subprocess.run([sys.executable, "-m", "django", *words], check=False)
    if done.returncode:
        sys.exit(done.returncode)
