"""Ask people twice a year whether their details still hold, and take their answer."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from taskforce.web.frame.journal.actor import Actor, Unnamed
from taskforce.web.frame.journal.writing import change
from taskforce.web.people.models import Person
from taskforce.web.people.queries.confirmation import to_ask, token_for
from taskforce.web.people.queries.duties import current


def by_mail_link(person: Person) -> Actor:
    """Somebody who answers by the link in the mail, as the journal names them."""
    return Unnamed(f"contact {person.place}")


def ask_for_confirmation(*, on: date, by: Actor) -> int:
    """Write to everybody whose word has grown old; says how many mails went out."""
    people = to_ask(on)
    for person in people:
        _ask(person, on=on, by=by)
    return len(people)


@transaction.atomic
def confirm(person: Person, *, on: date, by: Actor) -> None:
    """The person says that everything holds, also what the taskforce entered for them."""
    said = {"confirmed_on": on, "asked_on": None, "doubted_on": None}
    change(person, said, by=by, what="person.confirmed")
    for duty in person.duties.filter(on_behalf=True):
        change(duty, {"on_behalf": False}, by=by, what="duty.confirmed")


def doubt(person: Person, *, on: date, by: Actor) -> None:
    """The person says that something is wrong, or that they have left: somebody must mend it."""
    change(person, {"asked_on": None, "doubted_on": on}, by=by, what="person.doubted")


@transaction.atomic
def _ask(person: Person, *, on: date, by: Actor) -> None:
    # Written down first and sent last: when the mail fails, nobody has been asked.
    change(person, {"asked_on": on}, by=by, what="person.asked")
    with override(person.account.language if person.account else "da"):
        link = settings.SITE_URL + reverse("confirm-details", args=[token_for(person)])
        shown = {"person": person, "duties": current(on).filter(person=person), "link": link}
        mail = EmailMultiAlternatives(
            gettext("Are your contact details still right?"),
            render_to_string("people/mails/confirmation.txt", shown),
            to=[person.email],
        )
        mail.attach_alternative(
            render_to_string("people/mails/confirmation.html", shown), "text/html"
        )
        mail.send()
