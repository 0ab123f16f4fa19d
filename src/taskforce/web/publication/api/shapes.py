"""What the API answers with, field by field; the description is made from these."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BeforeValidator, Field

from taskforce.report.count import Count


def _plain(value: Any) -> Any:
    return value.plain() if isinstance(value, Count) else value


Addresses = Annotated[
    int | Literal["withheld"] | None,
    BeforeValidator(_plain),
    Field(description='A number of addresses, "withheld" to protect the few, or null: unknown.'),
]
Share = Annotated[float | None, Field(description="0 to 1, of the known; null: not shown.")]


class OriginShape(Schema):
    """Where a figure comes from."""

    publisher: str
    title: str
    licence: str
    as_of: date
    certainty: str
    method: str
    snapshot: str
    url: str | None
    demonstration: bool


class BoundsShape(Schema):
    """A box in degrees (EPSG:4326)."""

    west: float
    south: float
    east: float
    north: float


class MunicipalityShape(Schema):
    """A municipality of the region."""

    code: Annotated[str, Field(description='The official code, as text: "0360".')]
    slug: str
    name: str
    addresses: int
    neighbours: list[str]
    bounds: BoundsShape | None


class RegionShape(Schema):
    """What is published now."""

    code: str
    name: dict[str, str]
    edition: Annotated[str, Field(description="Its name for ever; see /editions.")]
    bundle: str
    as_of: date
    as_of_then: date | None
    thresholds: list[str]
    default_threshold: str
    demonstration: bool
    origin: OriginShape


class UseShape(Schema):
    """The need among the addresses of one use."""

    use: str
    addresses: Addresses
    below: Addresses
    unknown: Addresses
    share_below: Share


class TechnologyShape(Schema):
    """How many addresses one technology alone lifts above the threshold."""

    technology: str
    counts: bool
    served: Addresses


class AreaShape(Schema):
    """The need in a municipality or in the region."""

    code: str
    name: str
    addresses: Addresses
    below: Addresses
    unknown: Addresses
    share_below: Share
    uses: list[UseShape]
    technologies: list[TechnologyShape]


class NeedShape(Schema):
    """The need at one threshold, on one day."""

    threshold: str
    counting: str
    when: str
    origin: OriginShape
    region: AreaShape
    areas: list[AreaShape]


class AreaChangeShape(Schema):
    """What became of the need of an area between the two days."""

    code: str
    name: str
    below_then: Addresses
    below_now: Addresses
    still: Addresses
    gained: Addresses
    lost: Addresses
    newly_known: Addresses
    no_longer_known: Addresses
    new: Addresses
    gone: Addresses


class ChangeShape(Schema):
    """What changed between the two days."""

    threshold: str
    counting: str
    origin: OriginShape
    origin_then: OriginShape
    region: AreaChangeShape
    areas: list[AreaChangeShape]


class HitShape(Schema):
    """An address found by search."""

    id: str
    label: str
    road: str | None
    house_number: str | None
    postcode: str | None
    municipality: str
    municipality_name: str


class SpeedShape(Schema):
    """A download and an upload that hold together; null is unknown."""

    download_kbps: int | None
    upload_kbps: int | None


class OfferShape(Schema):
    """What one technology offers at an address."""

    technology: str
    offered: bool | None
    speeds: list[SpeedShape]


class AnswerShape(Schema):
    """What is offered at an address, and whether it is enough."""

    address: HitShape
    use: str
    threshold: str
    standing: Literal["above", "below", "unknown"]
    offers: list[OfferShape]
    origin: OriginShape
