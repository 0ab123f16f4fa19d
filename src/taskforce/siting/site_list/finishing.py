"""A row with its place becomes a site, unless the list holds it already."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field

from taskforce.siting.site_list.drafting import PLACE, Draft, Wrong
from taskforce.siting.site_list.faults import Fault
from taskforce.siting.site_list.listed import SiteRow
from taskforce.siting.site_list.whereabouts import Place
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.places import country_register, plain
from taskforce.vocabulary.site import OwnerKind


@dataclass(frozen=True, slots=True)
class Finish:
    """Whose list it is, and whether boundaries tell the municipality of a place."""

    municipality: str | None
    has_boundaries: bool

    def site(self, draft: Draft, place: Place) -> SiteRow:
        """Put the facts of a row and its place together.

        Parameters
        ----------
        draft
            The facts.
        place
            Where it lies.

        Returns
        -------
        SiteRow
            The municipality by the coordinate; as told only where there are no boundaries. The
            owner is the municipality that owns the list, where none is told.

        Raises
        ------
        Wrong
            The place is at fault.
        """
        if place.fault:
            raise Wrong(place.fault, PLACE)
        told = draft.facts["municipality"] or self.municipality
        facts = draft.facts | {
            "municipality": place.municipality if self.has_boundaries else told,
            "easting_m": place.easting_m,
            "northing_m": place.northing_m,
            "longitude": place.longitude,
            "latitude": place.latitude,
        }
        if not facts["owner"] and self.municipality:
            facts["owner"] = owner_of(self.municipality)
            facts["owner_kind"] = facts["owner_kind"] or OwnerKind.MUNICIPALITY
        return SiteRow(row=draft.line.number, **facts)


@dataclass(slots=True)
class Seen:
    """The sites that were read already, by name and place and by their own ids."""

    _places: set[str] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)

    def add(self, site: SiteRow) -> None:
        """Remember a site.

        Raises
        ------
        Wrong
            The same name and place, or the same id, were seen before.
        """
        place, own_id = hashed(site), site.own_id.casefold()
        if place in self._places:
            raise Wrong(Fault.DUPLICATE, "name", site.name)
        if own_id and own_id in self._ids:
            raise Wrong(Fault.DUPLICATE_ID, "own_id", site.own_id)
        self._places.add(place)
        self._ids.add(own_id)


def site_id(site: SiteRow) -> str:
    """Tell the id of a site: its own, or one made of its name and place, which stays the same."""
    return site.own_id or hashed(site)


def hashed(site: SiteRow) -> str:
    """Make an id of the name and of the place to the metre: "P-" and eight signs."""
    told = f"{plain(site.name)}|{site.easting_m:.0f}|{site.northing_m:.0f}"
    digest = hashlib.sha256(told.encode()).digest()
    return f"P-{base64.b32encode(digest)[:8].decode().lower()}"


def owner_of(municipality: str) -> str:
    """Name the municipality with a code as an owner: "Sorø Kommune".

    Raises
    ------
    WrongUse
        There is no municipality with this code.
    """
    register = country_register()
    known = register.by_code.get(municipality) if register else None
    if known is None:
        raise WrongUse(
            f'There is no municipality with the code "{municipality}".',
            remedy="Write four digits, 0340 for instance.",
        )
    return f"{known.name} Kommune"
