"""Make up cases at every stage: drafts, running clocks, overdue ones, and decided ones."""

from __future__ import annotations

from datetime import date, timedelta

from taskforce.web.cases.actions.cases import freeze_check, register, set_facts
from taskforce.web.cases.actions.deciding import change_condition, decide, take_condition
from taskforce.web.cases.actions.events import write_event
from taskforce.web.cases.actions.people import write_message
from taskforce.web.cases.models import Audience, Case, CaseKind, Condition, EventKind, Outcome
from taskforce.web.cases.texts import GAP, conditions_for, routes_for
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.models import Organisation
from taskforce.web.workspace.demonstration.case_stories import PAST, STORIES, Story

# One kilometre in degrees, at this latitude and near enough for a picture.
_EAST_KM, _NORTH_KM = 0.0158, 0.009
_REASONS = "Kommunen har afgjort sagen i sit eget system efter reglerne på dagen."
_PAST_FACTS = {
    "work": "new",
    "road_owner": "municipal",
    "surface": "asphalt",
    "trench_length_m": 25.0,
}


def make_cases(today: date, *, by: Actor) -> None:
    """Make the cases of every story, and those of the past, unless they are there."""
    if Case.objects.exists():
        return
    for story in STORIES:
        _tell(story, today, by=by)
    for code, lengths in PAST:
        for number, days in enumerate(lengths, start=1):
            _past(code, number, days, today, by=by)


def _tell(story: Story, today: date, *, by: Actor) -> None:
    case = _registered(story, by=by)
    set_facts(case, story.facts, by=by)
    asked_on = max((days_ago for _kind, days_ago, *_reason in story.steps), default=0)
    freeze_check(case, on=today - timedelta(days=asked_on), by=by)
    for kind, days_ago, *reason in story.steps:
        if kind == EventKind.PUBLISHED:
            _decided(case, story, today, by=by)
        on = today - timedelta(days=days_ago)
        write_event(case, kind, on=on, reason="".join(reason), by=by)
    _decided(case, story, today, by=by)
    for text in story.messages:
        write_message(case, text, by=by, audience=Audience.EVERYBODY, on_behalf_of=story.applicant)


def _registered(story: Story, *, by: Actor) -> Case:
    place = Organisation.objects.get(code=story.code)
    applicant = Organisation.objects.get(name=story.applicant)
    named = Organisation.objects.filter(name=story.landlord).first() if story.landlord else None
    return register(
        {
            "kind": story.kind,
            "title": story.title,
            "municipality": place,
            "registrar": applicant,
            "applicant": applicant,
            "landlord": named,
            "whereabouts": story.where,
            "reference": "" if story.outcome else story.reference,
            "shape": _shape(story),
        },
        by=by,
    )


def _decided(case: Case, story: Story, today: date, *, by: Actor) -> None:
    if story.outcome is None or hasattr(case, "decision"):
        return
    for told in conditions_for(case.kind):
        if told.key in story.conditions:
            taken = take_condition(case, told, by=by)
            _fit(taken, by=by)
    decided_on = today - timedelta(days=story.decided_days_ago)
    decide(case, _decision(case, story.outcome, decided_on), reference=story.reference, by=by)


def _fit(taken: Condition, *, by: Actor) -> None:
    """Fill in the number that the library leaves open."""
    told = {"text": taken.text.replace(GAP, "to"), "text_en": taken.text_en.replace(GAP, "two")}
    change_condition(taken, told, by=by)


def _decision(case: Case, outcome: Outcome, decided_on: date) -> dict[str, object]:
    way = routes_for(case.kind)[0]
    return {
        "outcome": outcome,
        "decided_on": decided_on,
        "reasons": _REASONS,
        "appeal_route": way.key,
        "appeal_until": None if way.from_publication else decided_on + timedelta(weeks=way.weeks),
    }


def _past(code: str, number: int, days: int, today: date, *, by: Actor) -> None:
    received = today - timedelta(days=60 + 14 * number + days)
    title, where = f"Stikledning nr. {number}", f"Industrivej {number}"
    story = Story(CaseKind.DIG, title, code, where, None, "Demonet", _PAST_FACTS)
    case = _registered(story, by=by)
    set_facts(case, story.facts, by=by)
    write_event(case, EventKind.RECEIVED, on=received, by=by)
    write_event(case, EventKind.COMPLETE, on=received + timedelta(days=2), by=by)
    decided_on = received + timedelta(days=2 + days)
    reference = f"05.01-{code}-{number}"
    decide(case, _decision(case, Outcome.PERMITTED, decided_on), reference=reference, by=by)


def _shape(story: Story) -> dict[str, object] | None:
    if story.at is None:
        return None
    east, north = story.at
    if not story.route:
        return {"type": "Point", "coordinates": [east, north]}
    line = [[east + x * _EAST_KM, north + y * _NORTH_KM] for x, y in story.route]
    return {"type": "LineString", "coordinates": line}
