"""A case as one document for machines: what static/cases/case-schema.json promises."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """One part of the document; nothing but what is promised stands in it."""

    model_config = ConfigDict(extra="forbid")


class Place(Part):
    """Where the case is."""

    municipality_code: str = Field(pattern=r"^\d{4}$")
    municipality: str
    whereabouts: str
    geometry: dict[str, Any] | None = Field(
        description="GeoJSON point or lines, in longitude and latitude (WGS 84); null if not set"
    )
    length_m: float | None = Field(description="Length of the line in metres; null for a point")


class Happened(Part):
    """One event."""

    kind: str
    on: date
    reason: str


class RunningClock(Part):
    """One clock on the day of the export."""

    kind: str
    rule: str
    start: date
    due: date
    ended: date | None
    state: str
    percent_used: int


class Check(Part):
    """One frozen answer of the rules."""

    on: date
    made_at: datetime
    outcome: str
    rulebook: str = Field(description="Fingerprint of the rulebook that answered")
    answer: dict[str, Any] = Field(description="The same as `taskforce check --format json`")


class Asked(Part):
    """One statement."""

    asked_from: str
    about: str
    asked_on: date
    due: date | None
    received_on: date | None
    answer: str


class Decided(Part):
    """The decision, and how to complain."""

    outcome: str
    decided_on: date
    reasons: str
    appeal_route: str
    appeal_until: date | None
    appeal_text: str


class Condition(Part):
    """One condition of the decision."""

    library_key: str
    da: str
    en: str


class CaseDocument(Part):
    """A case. It never holds a rent: that is the landlord's alone."""

    format: Literal["digital-taskforce/case/1"] = Field(
        description="Name and version of this format"
    )
    number: str
    kind: str = Field(description="dig, mast or lease", pattern="^(dig|mast|lease)$")
    title: str
    state: str
    reference: str = Field(description="Case number in the municipality's own system")
    registered_at: datetime
    registered_for: str
    applicant: str | None
    landlord: str | None
    place: Place
    facts: dict[str, Any] = Field(description="Facts by their name in the rulebook")
    papers_enclosed: list[str] = Field(description="Rules whose papers are enclosed")
    attachments: list[str]
    checks: list[Check]
    events: list[Happened]
    clocks: list[RunningClock]
    statements: list[Asked]
    conditions: list[Condition]
    decision: Decided | None
    exported_on: date
