"""Invite somebody from the command line: the way in for the first administrator."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.invitations import Invited, invite
from taskforce.web.people.letters import link_of
from taskforce.web.people.models import Organisation, Role


class Command(BaseCommand):
    """Prints the link and sends no mail, so that it works before mail does."""

    help = "Invite somebody, and print the link that lets them in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="mail address")
        parser.add_argument("name", help="name, in quotes where it has spaces")
        parser.add_argument("--role", choices=Role.values, default=Role.ADMINISTRATOR.value)
        parser.add_argument("--organisation", help="by its name, where the role is held in one")
        parser.add_argument("--language", choices=["da", "en"], default="da")

    def handle(self, *args: Any, **options: Any) -> None:
        """Open the invitation; the link is shown this once."""
        invited = Invited(
            email=options["email"],
            name=options["name"],
            role=Role(options["role"]),
            organisation=_organisation(options["organisation"]),
            language=options["language"],
        )
        try:
            _invitation, token = invite(invited, by=SOFTWARE)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(link_of(token, language=invited.language))


def _organisation(name: str | None) -> Organisation | None:
    if name is None:
        return None
    found = Organisation.objects.filter(name=name).first()
    if found is None:
        raise CommandError(f'There is no organisation with the name "{name}".')
    return found
