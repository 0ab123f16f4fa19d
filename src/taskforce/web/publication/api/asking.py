"""Whom to ask about a subject at a place, for machines; only what everybody may know."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.params import Query
from pydantic import Field

from taskforce.report.bundle import Bundle
from taskforce.vocabulary.errors import NotOnShelf, WrongUse
from taskforce.web.frame import edition
from taskforce.web.people.routing import Place, Routed, Subject, ask, place_of_address

router = Router(tags=["whom to ask"])


class PersonShape(Schema):
    """Somebody who has agreed to be named to everybody; unconfirmed after 180 days."""

    name: str
    role: str
    email: str
    phone: str
    confirmed: bool
    confirmed_on: date | None


class AddressShape(Schema):
    """A shared mailbox, number or page."""

    role: str
    email: str
    phone: str
    website: str


class WhomShape(Schema):
    """One organisation to ask; `general` says that nobody is named for this very subject."""

    organisation: str
    code: str
    person: PersonShape | None
    address: AddressShape | None
    general: bool


class RoutedShape(Schema):
    """The municipality first, then those within 500 m; the owner of a state road apart."""

    subject: Subject
    whom: list[WhomShape]
    near_border: bool
    outside: bool
    road_owner: WhomShape | None
    taskforce: AddressShape | None


class Asked(Schema):
    """The place: one of the three is enough."""

    municipality: str | None = Field(None, description="Official code, e.g. 0360")
    address: str | None = Field(None, description="Id of an address, from /addresses/")
    lon: float | None = Field(None, ge=-180, le=180)
    lat: float | None = Field(None, ge=-90, le=90)


@router.get("/whom-to-ask", response=RoutedShape)
def whom_to_ask(
    request: HttpRequest,
    place: Query[Asked],
    subject: Subject = Subject.INTERNET,
    state_road: bool = False,
) -> Routed:
    """Whom to ask: by address, by point (lon and lat), or by municipality.

    `state_road` is for digging in a road of the state.
    """
    bundle = edition.latest()
    return ask(subject, _place(place, bundle), bundle=bundle, state_road=state_road)


def _place(asked: Asked, bundle: Bundle | None) -> Place:
    if asked.address:
        found = place_of_address(bundle, asked.address) if bundle else None
        if found is None:
            raise NotOnShelf(f"No address has the id {asked.address}.", remedy="Search for it.")
        return found
    if asked.lon is not None and asked.lat is not None:
        return Place("", asked.lon, asked.lat)
    if not asked.municipality:
        raise WrongUse("Say where: an address, lon and lat, or a municipality.")
    return Place(asked.municipality)
