"""What the badges are decided on, read once for all municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Q

from taskforce.web.commitments.models import Commitment, CommitmentKind
from taskforce.web.commitments.queries.standing import Standing as Participation
from taskforce.web.commitments.queries.standing import standings
from taskforce.web.gaps.queries.statistics import Figures, figures
from taskforce.web.guidelines.queries.standing import Standing, standing
from taskforce.web.people.caller import NOBODY
from taskforce.web.people.models import DutyKind
from taskforce.web.people.queries.duties import current, is_confirmed, may_see
from taskforce.web.profiles.models import PieceKind, ProfileVersion
from taskforce.web.profiles.queries.public import on_show as words_on_show
from taskforce.web.sites.models import Site
from taskforce.web.sites.queries.access import on_show as sites_on_show


@dataclass(frozen=True)
class Facts:
    """Everything of a day, by the code of the municipality; each is read when it is asked for."""

    on: date

    @cached_property
    def confirmed(self) -> dict[str, date]:
        """When a coordinator whom everybody sees has confirmed last; only where it still holds."""
        found: dict[str, date] = {}
        for duty in current(self.on).filter(kind=DutyKind.COORDINATOR):
            person = duty.person
            if person is None or not may_see(NOBODY, duty) or not is_confirmed(person, self.on):
                continue
            day = person.confirmed_on or date.min
            found[duty.place] = max(day, found.get(duty.place, date.min))
        return found

    @cached_property
    def participation(self) -> dict[str, Participation]:
        return standings(self.on)

    @cached_property
    def guidelines(self) -> Standing:
        return standing(self.on)

    @cached_property
    def planned(self) -> dict[str, int]:
        """The goals that have an action with a deadline."""
        told = Commitment.objects.filter(goal__isnull=False, due__isnull=False).order_by()
        counted = told.values("municipality__code").annotate(n=Count("goal", distinct=True))
        return {one["municipality__code"]: one["n"] for one in counted}

    @cached_property
    def decided(self) -> dict[str, Commitment]:
        """The newest decision of the council about the plan, or about time and resources."""
        about = Q(goal__isnull=False) | Q(kind=CommitmentKind.RESOURCES)
        told = Commitment.objects.filter(about, decision_date__lte=self.on)
        return {
            one.municipality.code: one
            for one in told.select_related("municipality").order_by("decision_date", "pk")
        }

    @cached_property
    def answers(self) -> dict[str, Figures]:
        """How fast reports are answered, by the municipality's name, where there are enough."""
        return {one.name: one for one in figures(self.on)[1]}

    @cached_property
    def words(self) -> dict[str, ProfileVersion]:
        shown = words_on_show().filter(piece__kind=PieceKind.PROFILE)
        return {one.place: one for one in shown}

    @cached_property
    def sites(self) -> dict[str, int]:
        """The municipalities' own sites on offer."""
        offered = Site.objects.filter(sites_on_show()).exclude(owner__code="").order_by()
        counted = offered.values("owner__code").annotate(n=Count("pk"))
        return {one["owner__code"]: one["n"] for one in counted}
