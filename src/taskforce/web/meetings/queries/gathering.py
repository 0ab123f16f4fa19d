"""What an agenda gathers by itself: what is overdue, new deviations, and unanswered white spots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import localdate

from taskforce.web.commitments.models import OPEN_STATES, Commitment, Milestone
from taskforce.web.commitments.queries.standing import municipalities
from taskforce.web.guidelines.models import AdoptionState, ClauseDecision
from taskforce.web.meetings.models import AgendaItem, Meeting, MeetingKind, Sort
from taskforce.web.people.models import Organisation
from taskforce.web.spots.models import Spot, SpotList

# What a municipality is late with is nobody's business at meetings with the industry or others.
_AMONG_AUTHORITIES = (MeetingKind.NETWORK, MeetingKind.VISIT)
# A deviation older than this is no news, even where no meeting has told of it.
NEWS_FOR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that belongs on the agenda; the key says what it is."""

    key: str
    sort: Sort
    title: str
    municipality: Organisation
    state: str = ""


def candidates(meeting: Meeting, on: date) -> list[Candidate]:
    """All that belongs on the agenda of a meeting, as things are on a day."""
    places = [meeting.municipality] if meeting.municipality else municipalities()
    found: list[Candidate] = []
    if meeting.kind in _AMONG_AUTHORITIES:
        found += [one for place in places for one in _overdue(place, on)]
    return [*found, *_deviations(meeting, places, on), *_white_spots(places, on)]


def missing(known: Iterable[str], found: Iterable[Candidate]) -> list[Candidate]:
    """Those that do not stand there yet, each once, in their order."""
    seen, new = set(known), list[Candidate]()
    for one in found:
        if one.key not in seen:
            seen.add(one.key)
            new.append(one)
    return new


def settled(meeting: Meeting, found: Iterable[Candidate]) -> list[AgendaItem]:
    """The gathered items that no longer hold: what was overdue has been done, for example."""
    keys = {one.key for one in found}
    kept = meeting.agenda.filter(dropped=False).exclude(sort=Sort.OWN)
    return [one for one in kept if one.key not in keys]


def _overdue(place: Organisation, on: date) -> Iterator[Candidate]:
    late = {"state__in": OPEN_STATES, "due__lt": on}
    for one in Commitment.objects.filter(municipality=place, **late):
        yield Candidate(f"commitment:{one.pk}", Sort.OVERDUE, one.heading, place)
    steps = Milestone.objects.filter(
        commitment__municipality=place,
        commitment__state__in=OPEN_STATES,
        due__lt=on,
        done_on__isnull=True,
    )
    for step in steps:
        yield Candidate(f"milestone:{step.pk}", Sort.OVERDUE, step.title, place)


def _deviations(meeting: Meeting, places: list[Organisation], on: date) -> Iterator[Candidate]:
    told = _told_before(meeting)
    for one in _standing_deviations(places, on):
        key = f"decision:{one.pk}"
        if key not in told:
            yield Candidate(key, Sort.DEVIATION, one.rule, one.municipality, one.state)


def _standing_deviations(places: list[Organisation], on: date) -> Iterator[ClauseDecision]:
    """The latest decision on each clause, where it is a deviation and news."""
    decided = ClauseDecision.objects.filter(municipality__in=places, decided_on__lte=on)
    latest: dict[tuple[int, str], ClauseDecision] = {}
    for one in decided.select_related("municipality").order_by("decided_on", "pk"):
        latest[one.municipality_id, one.rule] = one
    for one in latest.values():
        deviates = one.state in (AdoptionState.CHANGED, AdoptionState.REJECTED)
        if deviates and one.decided_on >= on - NEWS_FOR:
            yield one


def _white_spots(places: list[Organisation], on: date) -> Iterator[Candidate]:
    """Those of the newest list whose time is up, and of which no operator has said anything."""
    asked = SpotList.objects.filter(answer_by__lt=on).first()
    if asked is None:
        return
    names = [one["spot"] for one in asked.content]
    silent = Spot.objects.filter(spot_id__in=names, gone_on__isnull=True, municipality__in=places)
    answered = asked.answers.values("spot")
    for one in silent.exclude(pk__in=answered).select_related("municipality"):
        yield Candidate(f"spot:{one.pk}", Sort.WHITE_SPOT, one.number, one.municipality)


def _told_before(meeting: Meeting) -> set[str]:
    """What stood on the agenda of an earlier meeting of this kind that was held."""
    earlier = AgendaItem.objects.filter(
        meeting__kind=meeting.kind,
        meeting__municipality=meeting.municipality,
        meeting__held_at__isnull=False,
        meeting__starts_at__lt=meeting.starts_at,
        sort=Sort.DEVIATION,
    )
    return set(earlier.exclude(meeting=meeting).values_list("key", flat=True))


def to_gather(on: date | None = None) -> list[Meeting]:
    """The meetings whose agenda still fills itself: those that have not begun."""
    day = on or localdate()
    planned = Meeting.objects.filter(held_at__isnull=True, cancelled_at__isnull=True)
    return list(planned.filter(starts_at__date__gte=day).select_related("municipality"))
