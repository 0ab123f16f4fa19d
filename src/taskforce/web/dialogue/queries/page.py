"""What the page of a dialogue shows: its messages with their files, and its parties."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.utils.timezone import localdate

from taskforce.web.dialogue.models import Audience, Dialogue, Message, Participant
from taskforce.web.dialogue.queries.access import leads, messages_for, speaks_as
from taskforce.web.notes.models import Attachment
from taskforce.web.people.caller import Caller
from taskforce.web.people.queries.duties import sees_person


@dataclass(frozen=True, slots=True)
class Told:
    """One message, who reads it where that is not everybody, and its files."""

    message: Message
    readers: str
    files: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One party, its contact where the reader may know them, and what the reader may do."""

    participant: Participant
    contact: str
    names_contact: bool
    removable: bool


def said_in(caller: Caller, dialogue: Dialogue) -> list[Told]:
    """The messages that the caller may read, the oldest first."""
    messages = list(messages_for(caller, dialogue))
    kept = Attachment.objects.filter(
        kind=Message._meta.label_lower, thing_id__in=[one.pk for one in messages]
    )
    files: dict[int, list[Attachment]] = defaultdict(list)
    for file in kept.order_by("pk"):
        files[file.thing_id].append(file)
    return [Told(one, readers_of(one), tuple(files[one.pk])) for one in messages]


def readers_of(message: Message) -> str:
    """Who reads a message besides the taskforce, in words; "" where all parties do."""
    if message.audience == Audience.ALL:
        return ""
    names = [one.organisation.name for one in message.readers.all()]
    own = message.sender.name if message.sender else None
    return ", ".join(one for one in dict.fromkeys([own, *names]) if one)


def taking_part(caller: Caller, dialogue: Dialogue) -> list[Party]:
    """The parties in the order in which they came."""
    found = dialogue.participants.select_related("organisation", "person__organisation")
    leading, own = leads(caller, dialogue), speaks_as(caller, dialogue)
    stay = (dialogue.municipality_id, dialogue.opened_for_id)
    return [
        Party(
            one,
            _contact(caller, one),
            dialogue.is_open and (leading or one.organisation == own),
            dialogue.is_open and leading and one.organisation_id not in stay,
        )
        for one in found
    ]


def _contact(caller: Caller, one: Participant) -> str:
    person = one.person
    if person is None or person.left_on is not None:
        return ""
    return person.name if sees_person(caller, person, localdate()) else ""
