"""Who sees which meeting, who leads it, and who may answer for whom."""

from __future__ import annotations

from django.db.models import QuerySet

from taskforce.web.dialogue.models.openness import PARTIES
from taskforce.web.meetings.models import AgendaItem, Invitee, Meeting, Sort, open_to
from taskforce.web.people.caller import Caller, caller_for


def takes_part(caller: Caller) -> bool:
    """Whether the caller can be at meetings at all."""
    return caller.is_consultant or caller.has(*PARTIES)


def leads(caller: Caller) -> bool:
    """Whether the caller plans meetings and writes their minutes: the taskforce does."""
    return caller.is_consultant


def meetings_for(caller: Caller) -> QuerySet[Meeting]:
    """The meetings that a caller sees."""
    return Meeting.objects.filter(open_to(caller)).select_related("municipality", "series")


def invited(meeting: Meeting) -> QuerySet[Invitee]:
    """Those who are invited now."""
    found = Invitee.objects.filter(meeting=meeting, removed_at__isnull=True)
    return found.select_related("organisation", "account", "person")


def own_invitation(caller: Caller, meeting: Meeting) -> Invitee | None:
    """The caller's own invitation, whether it went to the account or to the person."""
    if caller.account_id is None:
        return None
    mine = invited(meeting)
    return (
        mine.filter(account=caller.account_id).first()
        or mine.filter(person__account=caller.account_id).first()
    )


def agenda_for(caller: Caller, meeting: Meeting) -> list[AgendaItem]:
    """The items that the caller may read: what a municipality is late with is told to its own."""
    every = meeting.agenda.filter(dropped=False).select_related("municipality")
    return [one for one in every if sees_item(caller, one)]


def agenda_of_guest(invitee: Invitee) -> list[AgendaItem]:
    """The items that a guest may read, in mails too, where nobody signs in."""
    if invitee.account is not None:
        return agenda_for(caller_for(invitee.account), invitee.meeting)
    every = invitee.meeting.agenda.filter(dropped=False).select_related("municipality")
    own = invitee.organisation_id
    return [one for one in every if one.sort != Sort.OVERDUE or one.municipality_id == own]


def sees_item(caller: Caller, item: AgendaItem) -> bool:
    """Whether an item is told to the caller."""
    if item.sort != Sort.OVERDUE:
        return True
    return item.municipality is not None and caller.sees(item.municipality.place)
