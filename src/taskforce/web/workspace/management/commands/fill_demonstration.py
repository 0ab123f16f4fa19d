"""Fill the workspace with made-up people and promises, and say how to sign in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from taskforce.web.workspace.demonstration.accounts import MEMBERS, PASSWORD
from taskforce.web.workspace.demonstration.fill import fill


class Command(BaseCommand):
    """Safe to run again: what is there already is left as it is."""

    help = "Fill the database with the demonstration's accounts, people and promises."

    def add_arguments(self, parser: CommandParser) -> None:
        """The list of public sites that the demonstration has made up."""
        parser.add_argument("--sites", type=Path, metavar="FILE.csv")

    def handle(self, *args: Any, **options: Any) -> None:
        """Only where debug is on: nobody may sign in with a password that everybody knows."""
        if not settings.DEBUG:
            raise CommandError("The demonstration needs TASKFORCE_DEBUG=yes.")
        fill(options["sites"])
        for member in MEMBERS:
            self.stdout.write(f"  {member.email:<34} {PASSWORD:<18} {member.in_words}")
