"""What a municipality does with a report: look into it, answer it, and keep how it answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.gaps.models import (
    AnswerTemplate,
    AnswerTime,
    Gap,
    GapState,
    GapStep,
    Outcome,
    StepKind,
)
from taskforce.web.gaps.queries.deadlines import due_after
from taskforce.web.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: for whom it speaks, what it comes to, and its words."""

    municipality: Organisation
    outcome: Outcome
    text: str


@transaction.atomic
def look_into(gap: Gap, municipality: Organisation, *, by: Actor) -> None:
    """Tell the one who reported that somebody has begun; the last day for an answer stays.

    Raises
    ------
    ValidationError
        It has begun already, or has come to an end.
    """
    gap = _held(gap)
    if gap.state != GapState.RECEIVED:
        raise ValidationError(_("Somebody has looked into the report already."))
    change(gap, {"state": GapState.UNDER_WAY}, by=by)
    _step(gap, StepKind.LOOKED_INTO, municipality, by=by)


@transaction.atomic
def pass_on(gap: Gap, municipality: Organisation, *, by: Actor) -> None:
    """Give a report to the municipality that it is for; its own days begin today.

    Raises
    ------
    ValidationError
        It has come to an end, or is there already.
    """
    gap = _held(gap)
    if not gap.is_open:
        raise ValidationError(_("The report is no longer open."))
    if gap.municipality == municipality:
        raise ValidationError(_("The report is with this municipality already."))
    for one in gap.neighbours.filter(municipality=municipality):
        remove(one, by=by)
    due = due_after(municipality, localdate())
    new = {"municipality": municipality, "state": GapState.RECEIVED, "due_on": due}
    change(gap, new, by=by)
    _step(gap, StepKind.PASSED_ON, municipality, by=by)


@transaction.atomic
def answer(gap: Gap, said: Answer, *, by: Actor) -> GapStep:
    """Answer a report; the words stand on its receipt.

    Raises
    ------
    ValidationError
        It has been answered or withdrawn, or the answer says nothing.
    """
    gap = _held(gap)
    if not gap.is_open:
        raise ValidationError(_("The report is no longer open."))
    if not said.text.strip():
        raise ValidationError({"text": _("Write an answer.")})
    change(gap, {"state": GapState.ANSWERED, "answered_at": timezone.now()}, by=by)
    return _step(gap, StepKind.ANSWERED, said.municipality, by=by, said=said)


@transaction.atomic
def answer_all(gaps: Iterable[Gap], said: Answer, *, by: Actor) -> int:
    """Give the same answer to reports of the same place; those that have ended are left alone."""
    open_ones = [one for one in gaps if one.is_open]
    for gap in open_ones:
        answer(gap, said, by=by)
    return len(open_ones)


@transaction.atomic
def set_days(municipality: Organisation, days: int, *, by: Actor) -> None:
    """Promise an answer within so many days; what has been received keeps its day."""
    known = AnswerTime.objects.filter(municipality=municipality).first()
    if known is None:
        add(AnswerTime(municipality=municipality, days=days), by=by)
    else:
        change(known, {"days": days}, by=by)


@transaction.atomic
def add_template(
    municipality: Organisation | None, title: str, text: str, *, by: Actor
) -> AnswerTemplate:
    """Keep a text to begin answers with; without a municipality it is for everyone."""
    template = AnswerTemplate(municipality=municipality, title=title, text=text)
    return add(template, by=by)


@transaction.atomic
def change_template(template: AnswerTemplate, title: str, text: str, *, by: Actor) -> bool:
    """Write a text better."""
    return change(template, {"title": title, "text": text}, by=by)


@transaction.atomic
def remove_template(template: AnswerTemplate, *, by: Actor) -> None:
    """Take a text away; the answers that began with it stay."""
    remove(template, by=by)


def _held(gap: Gap) -> Gap:
    held = Gap.objects.select_for_update(of=("self",)).select_related("municipality")
    return held.get(pk=gap.pk)


def _step(
    gap: Gap,
    kind: StepKind,
    municipality: Organisation,
    *,
    by: Actor,
    said: Answer | None = None,
) -> GapStep:
    step = GapStep(gap=gap, kind=kind, municipality=municipality, at=timezone.now())
    if said is not None:
        step.outcome, step.text = said.outcome, said.text
    return add(step, by=by)
