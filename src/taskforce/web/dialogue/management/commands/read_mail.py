"""Take in answers by mail: one from standard input, or all that lie in a maildir."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from taskforce.vocabulary.errors import WrongUse
from taskforce.web.dialogue.mail.maildir import take_in
from taskforce.web.dialogue.mail.reading import LARGEST
from taskforce.web.dialogue.mail.receiving import receive


class Command(BaseCommand):
    """For a mail server to pipe into, or for a timer to run on a mailbox."""

    help = "Turn answers by mail into messages."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the mails are."""
        parser.add_argument("--maildir", type=Path, help="A mailbox in the Maildir format.")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for what became of the mails; exit status 1 when some have to wait."""
        if options["maildir"] is None:
            outcome = receive(sys.stdin.buffer.read(LARGEST + 1))
            self.stdout.write(f"1 mail: {outcome.value}")
            return
        try:
            taken = take_in(options["maildir"])
        except WrongUse as error:
            raise CommandError(str(error)) from error
        told = Counter(taken.outcomes)
        words = ", ".join(f"{count} {name}" for name, count in sorted(told.items()))
        self.stdout.write(f"{len(taken.outcomes)} mails: {words or 'none'}")
        if taken.waiting:
            raise CommandError(f"{taken.waiting} mails could not be taken in, and wait in new/.")
