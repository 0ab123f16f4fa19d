"""Whom white spots must be told to by mail, and what: each thing once to each account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from taskforce.web.people.models import Account, Organisation, OrganisationKind, Role
from taskforce.web.spots.models import Notice, Spot, SpotList
from taskforce.web.spots.queries.asked_now import newest_list, unanswered
from taskforce.web.spots.queries.size import left_alone

# So long before the last day to answer, who has not answered everything is asked again.
SOON = timedelta(days=14)


@dataclass(slots=True)
class ToTell:
    """What one account is told in one mail: late next steps, and spots that nobody follows up."""

    late: list[Spot] = field(default_factory=list)
    alone: list[Spot] = field(default_factory=list)

    @property
    def about(self) -> list[str]:
        """The names of these things, by which they are told once."""
        late = (f"late {one.pk} {one.next_step_on}" for one in self.late)
        return [*late, *(f"alone {one.pk} {one.unowned_since}" for one in self.alone)]


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What one account of an operator is told of the newest list."""

    account: Account
    firm: Organisation
    asked: SpotList
    open: int
    soon: bool

    @property
    def about(self) -> str:
        """The name of this thing, by which it is told once."""
        return f"list {self.asked.pk} {'soon' if self.soon else 'issued'}"


def to_tell(on: date) -> dict[Account, ToTell]:
    """Late next steps for their owners; those left alone for the coordinators, or the taskforce."""
    told = set(Notice.objects.values_list("account_id", "about"))
    found: defaultdict[Account, ToTell] = defaultdict(ToTell)
    for spot in _late(on):
        if spot.owner and (spot.owner.pk, f"late {spot.pk} {spot.next_step_on}") not in told:
            found[spot.owner].late.append(spot)
    every = left_alone(Spot.objects.select_related("municipality"), on)
    for account, spot in _responsible(every):
        if (account.pk, f"alone {spot.pk} {spot.unowned_since}") not in told:
            found[account].alone.append(spot)
    return dict(found)


def to_ask(on: date) -> list[ToAsk]:
    """The people of operators that have not heard of the newest list, or must answer soon."""
    asked = newest_list()
    if asked is None or asked.is_over(on):
        return []
    soon = on > asked.issued_on and asked.answer_by - on <= SOON
    told = set(Notice.objects.values_list("account_id", "about"))
    found = [
        ToAsk(account, firm, asked, left.count, soon)
        for firm in Organisation.objects.filter(
            kind=OrganisationKind.OPERATOR, closed_on__isnull=True
        )
        if (left := unanswered(firm)) and left.count
        for account in _holders(Role.OPERATOR, firm)
    ]
    return [one for one in found if (one.account.pk, one.about) not in told]


def _late(on: date) -> Iterable[Spot]:
    late = Spot.objects.filter(gone_on__isnull=True, next_step_on__lt=on, owner__is_active=True)
    return late.select_related("municipality", "owner")


def _responsible(spots: Iterable[Spot]) -> Iterable[tuple[Account, Spot]]:
    everywhere = list(_holders(Role.CONSULTANT))
    coordinators: dict[int, list[Account]] = {}
    for spot in spots:
        if spot.municipality_id not in coordinators:
            found = list(_holders(Role.COORDINATOR, spot.municipality))
            coordinators[spot.municipality_id] = found or everywhere
        for account in coordinators[spot.municipality_id]:
            yield account, spot


def _holders(role: Role, organisation: Organisation | None = None) -> Iterable[Account]:
    asked = {"grants__organisation": organisation} if organisation else {}
    found = Account.objects.filter(grants__role=role, is_active=True, **asked)
    return found.distinct().order_by("pk")
