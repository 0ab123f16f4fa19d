"""What a reader may be told of the sites of a ranking: never more than the register shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from taskforce.report.ranking.ranking import Candidate, Ranking
from taskforce.vocabulary.places import load_region
from taskforce.vocabulary.site import SiteKind
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.models import Availability, Site
from taskforce.web.sites.queries.access import open_to


@dataclass(frozen=True, slots=True)
class Place:
    """One site as a reader may know it; all but its name is empty where they may not."""

    name: str
    id: str = ""
    pk: int | None = None
    kind: str = ""
    owner: str = ""
    municipality: str = ""
    antenna_m: float | None = None
    antenna_assumed: bool = False
    at: tuple[float, float] | None = None
    availability: Availability | None = None

    @property
    def is_hidden(self) -> bool:
        return not self.id

    @property
    def is_on_offer(self) -> bool:
        return self.availability == Availability.OFFERED


class Naming:
    """Names the sites of one ranking to one reader, after a single look into the register."""

    def __init__(self, caller: Caller, ranking: Ranking) -> None:
        self._caller = caller
        self._known = {one.id: one for one in ranking.candidates}
        left_out = (one.id for one in ranking.left_out)
        self._open = _open_sites(caller, [*self._known, *left_out])
        self._municipalities = municipalities()

    def place(self, number: str, name: str = "") -> Place:
        """The site of a number; `name` is what it was called where it is no candidate."""
        site, known = self._open.get(number), self._known.get(number)
        if site is not None:
            return _registered(site, known)
        if known is None:
            seen = self._caller.is_consultant
            return Place(name or number, number) if seen else Place(gettext("a site"))
        return self._listed(known) if self._may_see(known) else self._hidden(known)

    def municipality(self, code: str | None) -> str:
        """The name of a municipality."""
        return self._municipalities.get(code or "", code or "")

    def _may_see(self, known: Candidate) -> bool:
        # A site that left the register, or never was in it: the list it came on is the owner's.
        if self._caller.is_consultant:
            return True
        return pk_of(known.id) is None and self._caller.sees(known.municipality or "-")

    def _listed(self, known: Candidate) -> Place:
        return Place(
            known.name,
            known.id,
            kind=_kind(known.kind),
            owner=known.owner,
            municipality=self.municipality(known.municipality),
            antenna_m=known.antenna_m,
            antenna_assumed=known.antenna_assumed,
            at=(known.longitude, known.latitude),
        )

    def _hidden(self, known: Candidate) -> Place:
        name = self.municipality(known.municipality)
        if not name:
            return Place(gettext("a site"))
        words = gettext("a site in the municipality of %(name)s") % {"name": name}
        return Place(words, municipality=name)


def pk_of(number: str) -> int | None:
    """The register's own key of a site's number, "P-12"; None for a number of another list."""
    digits = number.removeprefix("P-")
    return int(digits) if digits != number and digits.isdecimal() else None


def municipalities() -> dict[str, str]:
    """The names of the municipalities by their codes, also of those that take no part."""
    named = {one.code: one.name for one in load_region().municipalities}
    found = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    return named | dict(found.values_list("code", "name"))


def _open_sites(caller: Caller, numbers: Iterable[str]) -> dict[str, Site]:
    keys = {pk for one in numbers if (pk := pk_of(one)) is not None}
    return {one.number: one for one in open_to(caller).filter(pk__in=keys)}


def _registered(site: Site, known: Candidate | None) -> Place:
    """As the register tells it today; the height is the one that was reckoned with."""
    return Place(
        site.name,
        site.number,
        pk=site.pk,
        kind=_kind(site.kind),
        owner=site.owner.name,
        municipality=site.municipality.name,
        antenna_m=known.antenna_m if known else site.top_m,
        antenna_assumed=known.antenna_assumed if known else site.antenna_m is None,
        at=(site.longitude, site.latitude),
        availability=Availability(site.availability),
    )


def _kind(value: str) -> str:
    try:
        return SiteKind(value).label.in_language(get_language() or "da")
    except ValueError:
        return value
