"""What the register shows of an organisation, each reader as much as is meant for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import (
    ContactLog,
    Duty,
    DutyKind,
    Organisation,
    Person,
    RoleAddress,
)
from taskforce.web.people.queries.awaiting import without_coordinator
from taskforce.web.people.queries.duties import current, is_confirmed, may_see

_ORDER = tuple(DutyKind)


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation in the list, with the one to turn to first where the caller may know."""

    organisation: Organisation
    first: Duty | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in a role, and whether their word still holds."""

    duty: Duty
    person: Person
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Inside:
    """One organisation as a caller sees it; what is not for them is left out, not blackened."""

    organisation: Organisation
    contacts: tuple[Contact, ...]
    addresses: tuple[RoleAddress, ...]
    sees: bool
    keeps: bool
    sees_log: bool
    history: tuple[Duty, ...] = ()
    without_role: tuple[Person, ...] = ()
    log: tuple[ContactLog, ...] = ()

    @property
    def entered(self) -> int:
        """How many roles still stand in the taskforce's word only."""
        return sum(one.duty.on_behalf for one in self.contacts)


def listing(caller: Caller, asked: Mapping[str, str], on: date) -> list[Row]:
    """The organisations of a kind, or those that lack a coordinator, by name."""
    wanted = without_coordinator(on) if asked.get("lacks") else Organisation.objects.all()
    if asked.get("kind"):
        wanted = wanted.filter(kind=asked["kind"])
    duties: dict[int, Duty] = {}
    for duty in sorted(current(on), key=_rank):
        if may_see(caller, duty):
            duties.setdefault(duty.organisation_id, duty)
    return [Row(one, duties.get(one.pk)) for one in wanted.order_by("name")]


def inside(caller: Caller, organisation: Organisation, on: date) -> Inside:
    """Everything about one organisation that the caller may see."""
    held = [one for one in current(on).filter(organisation=organisation) if may_see(caller, one)]
    sees = caller.sees(organisation.place)
    sees_log = caller.is_consultant or (organisation.is_municipality and sees)
    return Inside(
        organisation=organisation,
        contacts=tuple(
            Contact(one, one.person, is_confirmed(one.person, on))
            for one in sorted(held, key=_rank)
            if one.person is not None
        ),
        addresses=tuple(sorted(organisation.role_addresses.all(), key=_rank)),
        sees=sees,
        keeps=caller.keeps(organisation.place),
        sees_log=sees_log,
        history=_history(organisation, on) if sees else (),
        without_role=_without_role(organisation, on) if sees else (),
        log=_log(organisation) if sees_log else (),
    )


def _history(organisation: Organisation, on: date) -> tuple[Duty, ...]:
    ended = organisation.duties.filter(until__lte=on).select_related("person")
    return tuple(ended.order_by("-until", "kind"))


def _without_role(organisation: Organisation, on: date) -> tuple[Person, ...]:
    named = current(on).filter(organisation=organisation).values("person")
    return tuple(organisation.people.exclude(pk__in=named))


def _log(organisation: Organisation) -> tuple[ContactLog, ...]:
    return tuple(organisation.contact_log.select_related("written_by"))


def _rank(held: Duty | RoleAddress) -> int:
    return _ORDER.index(DutyKind(held.kind))
