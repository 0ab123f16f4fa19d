"""Make up the people of the demonstration: each is called by the role, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.actions.contact_log import log_contact
from taskforce.web.people.actions.duties import start_duty
from taskforce.web.people.actions.persons import add_person, change_person
from taskforce.web.people.models import (
    Account,
    Audience,
    Channel,
    DutyKind,
    Organisation,
    OrganisationKind,
    Person,
    RoleAddress,
)
from taskforce.web.workspace.demonstration.story import Chapter

SOURCE = "Demonstrationsdata"
_NETWORK_MEETING_DAYS_AGO = 25
_MAILBOXES = {
    DutyKind.ROAD: "vej",
    DutyKind.PLANNING: "plan",
    DutyKind.BUILDING: "byg",
    DutyKind.PROPERTY: "ejendomme",
}


def make_people(chapter: Chapter, today: date, *, account: Account | None, by: Actor) -> None:
    """Name the people of one municipality, and write down the latest talk with it."""
    place = Organisation.objects.get(code=chapter.code)
    since = today - timedelta(days=chapter.steps[0][1]) if chapter.steps else today
    if chapter.coordinator:
        person = _person(place, "Tovholder", "tovholder", by=by, account=account)
        start_duty(
            person,
            DutyKind.COORDINATOR,
            since=since,
            by=by,
            audience=Audience.EVERYONE,
            mandate="Svarer for kommunen og inddrager fagområderne",
            source=SOURCE,
        )
        if chapter.confirmed_days_ago is not None:
            confirmed = today - timedelta(days=chapter.confirmed_days_ago)
            change_person(person, {"confirmed_on": confirmed}, by=by)
    if chapter.deputy:
        deputy = _person(place, "Stedfortræder", "stedfortraeder", by=by)
        start_duty(deputy, DutyKind.DEPUTY, since=since, by=by, source=SOURCE)
        _name_specialists(place, since, by=by)
    _write_down_talk(chapter, place, today, by=by)


def make_state_body(today: date, *, by: Actor) -> None:
    """The owner of the state's roads, whom some questions go to."""
    roads = Organisation.objects.get(kind=OrganisationKind.STATE)
    address = RoleAddress(
        organisation=roads,
        kind=DutyKind.ROAD,
        website="https://www.vejdirektoratet.dk/",
        source="vejdirektoratet.dk",
        as_of=today,
    )
    add(address, by=by)


def hold_network_meeting(today: date, *, by: Actor) -> None:
    """The latest meeting of all the municipalities, from which changes are told."""
    region = Organisation.objects.get(kind=OrganisationKind.REGION)
    log_contact(
        region,
        held_on=today - timedelta(days=_NETWORK_MEETING_DAYS_AGO),
        channel=Channel.NETWORK_MEETING,
        summary="Netværksmøde for kommunernes tovholdere.",
        by=by,
    )


def _person(
    place: Organisation, title: str, mailbox: str, *, by: Actor, account: Account | None = None
) -> Person:
    name = f"{title} i {place.name}"
    email = account.email if account else f"{mailbox}.{place.slug}@example.org"
    person = add_person(place, name=name, title=title, email=email, source=SOURCE, by=by)
    if account:
        change_person(person, {"account": account}, by=by)
    return person


def _name_specialists(place: Organisation, since: date, *, by: Actor) -> None:
    for kind, mailbox in _MAILBOXES.items():
        address = RoleAddress(
            organisation=place,
            kind=kind,
            email=f"{mailbox}.{place.slug}@example.org",
            source=SOURCE,
            as_of=since,
        )
        add(address, by=by)
    roads = _person(place, "Vejfaglig medarbejder", "vejfaglig", by=by)
    start_duty(roads, DutyKind.ROAD, since=since, by=by, source=SOURCE)


def _write_down_talk(chapter: Chapter, place: Organisation, today: date, *, by: Actor) -> None:
    if chapter.talked_days_ago is None:
        return
    ahead = chapter.step_in_days
    log_contact(
        place,
        held_on=today - timedelta(days=chapter.talked_days_ago),
        channel=Channel.PHONE,
        summary="Vi talte om, hvad kommunen mangler for at komme videre.",
        next_step="Ring og hør, hvad udvalget sagde" if ahead is not None else "",
        next_step_on=today + timedelta(days=ahead) if ahead is not None else None,
        by=by,
    )
