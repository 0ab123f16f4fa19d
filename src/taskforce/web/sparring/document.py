"""A question as one document for machines: what static/sparring/question-schema.json promises."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """One part of the document; nothing but what is promised stands in it."""

    model_config = ConfigDict(extra="forbid")


class Said(Part):
    """One message of the thread."""

    at: datetime
    side: str = Field(description="The municipality that wrote it, or the taskforce")
    step: str = Field(
        description="said, asked, answered, closed, reopened, proposed, agreed, declined or "
        "withdrew"
    )
    text: str
    files: list[str] = Field(description="Names of the files that came with it")


class QuestionDocument(Part):
    """A question with its whole thread; hours are the taskforce's own, and not in it."""

    format: Literal["digital-taskforce/question/1"] = Field(
        description="Name and version of this format"
    )
    number: str
    municipality_code: str | None
    municipality: str
    topic: str
    subject: str = Field(description="Empty once the texts have been removed")
    about: str | None = Field(description="Name of what it is about, where that was said")
    state: str = Field(description="new, taken, answered or closed")
    asked_at: datetime
    wished_by: date | None
    due_on: date
    first_answered_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    effect: str = Field(description="used, partly, unused or unknown; empty while it is open")
    consent: str | None = Field(
        description="asked, given, refused or withdrawn; null where sharing was not proposed"
    )
    forgotten_on: date | None = Field(description="The day on which its texts were removed")
    messages: list[Said]
    exported_on: date
