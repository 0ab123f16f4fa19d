"""A database with one of everything in Sorø, in Lolland, and at the operator's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone

from taskforce.vocabulary.signal import Service
from taskforce.web.cases.actions.deciding import add_condition
from taskforce.web.cases.actions.people import add_party
from taskforce.web.cases.actions.statements import ask_statement
from taskforce.web.cases.models import CaseKind
from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.commitments.actions.founding import set_up_goals
from taskforce.web.commitments.actions.milestones import add_milestone
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.actions.plan import add_plan_goal
from taskforce.web.commitments.models import Goal, Status
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.frame.journal.writing import add
from taskforce.web.guidelines.actions.decisions import Decided, decide
from taskforce.web.guidelines.actions.local_values import propose
from taskforce.web.guidelines.models import AdoptionState, ClauseDecision
from taskforce.web.notes.actions import attach, write_note
from taskforce.web.people.actions.contact_log import log_contact
from taskforce.web.people.actions.duties import start_duty
from taskforce.web.people.actions.persons import add_person
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import (
    Account,
    Channel,
    DutyKind,
    GroupRole,
    Invitation,
    Organisation,
    Role,
    RoleAddress,
)
from taskforce.web.rankings.actions import ask_for
from taskforce.web.rankings.models import Need
from taskforce.web.sites.actions.uploads import keep_upload
from taskforce.web.sites.models import Layout
from taskforce.web.workspace.models import Mail
from tests.cast import Cast
from tests.web.cases.makers import case_of, sent
from tests.web.dialogue.makers import promised, talk
from tests.web.gaps.makers import gap_of, template_of
from tests.web.library.makers import material_of, paper_of
from tests.web.meetings.makers import things_of_a_meeting
from tests.web.news.makers import draft_of
from tests.web.plans.makers import plan_without_a_mapping
from tests.web.profiles.makers import things_of_a_profile
from tests.web.sites.makers import LIST, site_of
from tests.web.sparring.makers import logged, proposed, question_of
from tests.web.spots.makers import answered_spot

DAY = date(2026, 1, 5)


@dataclass(slots=True)
class Room:
    """The things of one place, each by the name of its model."""

    organisation: Organisation
    things: dict[str, Model] = field(default_factory=dict)

    def put(self, *things: Model) -> None:
        self.things |= {thing._meta.model_name or "": thing for thing in things}

    def pk(self, kind: str) -> Any:
        return self.things[kind].pk


def furnish(cast: Cast) -> dict[str, Room]:
    """One of everything at home and away, and a person in the operator's firm."""
    set_up_goals(by=SOFTWARE)
    rooms = {
        "home": _municipality("0340", cast.coordinator, cast),
        "away": _municipality("0360", cast.other_coordinator, cast),
        "firm": Room(Organisation.objects.get(name="Prøvenet")),
    }
    rooms["firm"].put(rooms["firm"].organisation, *_people(rooms["firm"].organisation))
    for room in rooms.values():
        room.put(Goal.objects.first(), cast.nobody, cast.coordinator.grants.get())
        room.put(Entry.objects.last(), _mail(cast.coordinator))
    return rooms


def _municipality(code: str, coordinator: Account, cast: Cast) -> Room:
    place = Organisation.objects.get(code=code)
    room = Room(place)
    room.put(place, *_people(place), *_promises(place), *_notes(place, coordinator))
    room.put(_own_value(place), _decision(place))
    room.put(_invitation(place), _group(place), *_case(place))
    room.put(gap_of(codes=(code,)), template_of(code), *answered_spot(code))
    room.put(*_material(coordinator))
    room.put(*things_of_a_meeting(place, cast), draft_of(code))
    room.things["lease"] = _lease(place)
    room.put(*plan_without_a_mapping(code))
    room.put(*_sparring(place, coordinator, cast), *things_of_a_profile(code))
    room.put(*_site(place, coordinator), _ranking(place, coordinator), *_dialogue(place, cast))
    return room


def _decision(place: Organisation) -> Model:
    decide(place, ["DIG-36"], Decided("2020", AdoptionState.ADOPTED, DAY), by=SOFTWARE)
    return ClauseDecision.objects.filter(municipality=place).latest("pk")


def _own_value(place: Organisation) -> Model:
    facts = {"number": 9, "reason": "Prøve", "valid_from": DAY}
    return propose(place, ("DIG-36", "lead_working_days"), facts, by=SOFTWARE)


def _people(place: Organisation) -> tuple[Model, ...]:
    person = add_person(place, name=f"Person i {place.name}", source="prøve", by=SOFTWARE)
    duty = start_duty(person, DutyKind.DEPUTY, since=DAY, source="prøve", by=SOFTWARE)
    address = RoleAddress(
        organisation=place, kind=DutyKind.ROAD, phone="12345678", source="prøve", as_of=DAY
    )
    entry = log_contact(
        place,
        held_on=DAY,
        channel=Channel.MAIL,
        summary="Vi skrev sammen.",
        next_step="Ring",
        by=SOFTWARE,
    )
    return person, duty, add(address, by=SOFTWARE), entry


def _promises(place: Organisation) -> tuple[Model, ...]:
    step = set_status(place, NewStatus(Status.CONTACTED, DAY, "brev"), by=SOFTWARE)
    goal = add_plan_goal(place, {"title": "Alle er med"}, by=SOFTWARE)
    promise = add_commitment(place, {"title": "Mål dækningen", "goal": goal}, by=SOFTWARE)
    milestone = add_milestone(promise, title="Første måling", due=DAY, by=SOFTWARE)
    return step, goal, promise, milestone


def _case(place: Organisation) -> tuple[Model, ...]:
    case = sent(case_of(code=place.code, title=f"Sag i {place.name}"), DAY)
    statement = ask_statement(case, {"asked_from": "Politiet", "asked_on": DAY}, by=SOFTWARE)
    party = add_party(case, {"role": "neighbour", "name": "Nabo"}, by=SOFTWARE)
    condition = add_condition(case, text="Ryd op.", by=SOFTWARE)
    return case, case.events.get(kind="received"), statement, party, condition


def _lease(place: Organisation) -> Model:
    return sent(case_of(CaseKind.LEASE, code=place.code, landlord="Prøveboliger"), DAY)


def _site(place: Organisation, keeper: Account) -> tuple[Model, ...]:
    file = ContentFile(LIST.encode(), "liste.csv")
    upload = keep_upload(place, Layout.LIST, file, by=caller_for(keeper))
    return site_of(code=place.code, name=f"Vandtårnet i {place.name}"), upload


def _ranking(place: Organisation, coordinator: Account) -> Model:
    wish = {"municipality": place, "k": 3, "need": Need.REPORTED, "service": Service.DATA}
    return ask_for(wish, by=caller_for(coordinator))


def _dialogue(place: Organisation, cast: Cast) -> tuple[Model, ...]:
    dialogue = talk(cast, "Prøvenet", code=place.code)
    agreement = promised(dialogue, DAY, by=cast.consultant, owner=place.code)
    return dialogue, agreement, dialogue.participants.get(organisation__name="Prøvenet")


def _material(author: Account) -> tuple[Model, ...]:
    material = material_of()
    return material, *paper_of(material, by=caller_for(author))


def _sparring(place: Organisation, coordinator: Account, cast: Cast) -> tuple[Model, ...]:
    question = question_of(coordinator, code=place.code)
    advice = logged(question, cast.consultant)
    return question, advice, proposed(question, cast.consultant)


def _notes(place: Organisation, author: Account) -> tuple[Model, ...]:
    by = caller_for(author)
    note = write_note(place, "Husk at ringe.", by=by)
    return note, attach(place, ContentFile(b"Vi ringer.", "referat.txt"), by=by)


def _invitation(place: Organisation) -> Model:
    now = timezone.now()
    invitation = Invitation(
        email=f"ny-{place.code}@example.org",
        name="Ny",
        role=Role.CASE_OFFICER,
        organisation=place,
        fingerprint=place.code,
        sent_at=now,
        expires_at=now,
    )
    return add(invitation, by=SOFTWARE)


def _group(place: Organisation) -> Model:
    group = GroupRole(group=f"gruppe {place.code}", role=Role.CASE_OFFICER, organisation=place)
    return add(group, by=SOFTWARE)


def _mail(account: Account) -> Model:
    mail = Mail(recipient=account.email, subject="Prøve", text="Prøve", sent_at=timezone.now())
    return add(mail, by=SOFTWARE)
