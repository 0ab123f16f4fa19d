"""A site as one caller sees it: what is not meant for them is not in it at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.siting.site_list.listed import Zone
from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.vocabulary.text import Text
from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import LABELS, Audience, Availability, Site
from taskforce.web.sites.queries.visible import visible_fields

TEXTS = ("access", "load", "terms", "note")
SUPPLIES = ("power", "fibre")


@dataclass(frozen=True, slots=True)
class Told:
    """One of the closer facts, in words, and to whom it is shown."""

    name: str
    label: str | Promise
    words: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class ShownSite:
    """What a page or a file may say of a site to one caller."""

    pk: int
    number: str
    name: str
    kind: SiteKind
    owner: str
    owner_kind: OwnerKind
    municipality: str
    code: str
    longitude: float
    latitude: float
    structure_m: float | None
    antenna_m: float | None
    top_m: float
    ground_m: float | None
    zone: Text | None
    designations: tuple[str, ...]
    availability: Availability
    since: date
    told: tuple[Told, ...]
    photo_alt: str
    shows_contact: bool
    more_for_operators: bool

    @property
    def has_photo(self) -> bool:
        return bool(self.photo_alt)

    @property
    def height_is_assumed(self) -> bool:
        """Whether the height for antennas is what is usual for the kind."""
        return self.antenna_m is None

    def words(self, name: str) -> str:
        """One of the closer facts, or nothing where it is unknown or not meant for the reader."""
        return next((one.words for one in self.told if one.name == name), "")


def shown(caller: Caller, site: Site) -> ShownSite:
    """The site as the caller may see it."""
    fields = visible_fields(caller, site)
    return ShownSite(
        pk=site.pk,
        number=site.number,
        name=site.name,
        kind=site.what,
        owner=site.owner.name,
        owner_kind=OwnerKind(site.owner_kind),
        municipality=site.municipality.name,
        code=site.municipality.code,
        longitude=site.longitude,
        latitude=site.latitude,
        structure_m=site.structure_m,
        antenna_m=site.antenna_m,
        top_m=site.top_m,
        ground_m=site.ground_m,
        zone=Zone(site.zone).label if site.zone else None,
        designations=tuple(_designation(one) for one in site.designations),
        availability=Availability(site.availability),
        since=site.available_since,
        told=tuple(_told(site, name) for name in (*SUPPLIES, *TEXTS) if name in fields),
        photo_alt=site.photo_alt if site.photo and "photo" in fields else "",
        shows_contact="contact" in fields,
        more_for_operators=any(
            _is_for_operators(site, name) for name in LABELS if name not in fields
        ),
    )


def _is_for_operators(site: Site, name: str) -> bool:
    said = getattr(site, name)
    return site.audience_of(name) == Audience.OPERATORS and said not in ("", None)


def _told(site: Site, name: str) -> Told:
    said = getattr(site, name)
    words = _yes_or_no(said) if name in SUPPLIES else said
    return Told(name, LABELS[name], words, site.audience_of(name))


def _yes_or_no(said: bool | None) -> str:
    if said is None:
        return ""
    return gettext("Yes") if said else gettext("No")


def _designation(word: str) -> str:
    """The rulebook's own name for it, where the word is one of its facts."""
    known = the_rulebook().facts["designations"].choices.get(word)
    return known.in_language(get_language() or "da") if known else word
