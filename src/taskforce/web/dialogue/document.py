"""A dialogue as one document for machines: what static/dialogue/dialogue-schema.json promises."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """One part of the document; nothing but what is promised stands in it."""

    model_config = ConfigDict(extra="forbid")


class Said(Part):
    """One message that the one who exports it may read."""

    at: datetime
    side: str = Field(description="The organisation that wrote it, or the taskforce")
    audience: str = Field(description="all, some or own", pattern="^(all|some|own)$")
    readers: list[str] = Field(description="The chosen organisations, where audience is some")
    step: str = Field(description="closed or reopened where the message did so, else empty")
    by_mail: bool
    text: str
    files: list[str] = Field(description="Names of the files that came with it")


class Agreed(Part):
    """One agreement."""

    what: str
    owner: str
    due: date
    done_on: date | None


class DialogueDocument(Part):
    """A dialogue as one reader sees it: messages that they may not read are not in it."""

    format: Literal["digital-taskforce/dialogue/1"] = Field(
        description="Name and version of this format"
    )
    number: str
    kind: str = Field(description="talk or obstacle", pattern="^(talk|obstacle)$")
    title: str
    municipality_code: str | None = Field(description="null for a dialogue about the whole region")
    municipality: str | None
    opened_at: datetime
    opened_for: str
    closed_at: datetime | None
    obstacle: str = Field(description="terms, time, rent or access; empty for other dialogues")
    rule: str = Field(description="Number of the clause in the rulebook, or empty")
    parties: list[str]
    messages: list[Said]
    agreements: list[Agreed]
    read_for: str = Field(description="The side for which the document was made")
    exported_on: date
