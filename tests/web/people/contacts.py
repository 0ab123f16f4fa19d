"""People for the tests, each with one role, in the municipalities of the cast."""

from __future__ import annotations

from datetime import date
from typing import Any

from taskforce.vocabulary.places import plain
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.duties import start_duty
from taskforce.web.people.actions.persons import add_person
from taskforce.web.people.models import Audience, Duty, DutyKind, Organisation
from tests.cast import HOME

SINCE = date(2024, 5, 1)


def contact(
    name: str,
    kind: DutyKind = DutyKind.COORDINATOR,
    audience: Audience = Audience.EVERYONE,
    place: str | Organisation = HOME,
    **facts: Any,
) -> Duty:
    """Somebody with a role, in a municipality by its code or in any organisation."""
    organisation = Organisation.objects.get(code=place) if isinstance(place, str) else place
    mail = plain(name).replace(" ", ".") + "@example.org"
    person = add_person(
        organisation, name=name, email=mail, phone="57 87 60 00", source="Test", by=SOFTWARE
    )
    facts = {"since": SINCE, "source": "Test", "audience": audience, **facts}
    return start_duty(person, kind, by=SOFTWARE, **facts)
