"""Let people have reported missing coverage: new reports, late ones, and some with an answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.gaps.actions.answering import Answer, add_template, answer, look_into
from taskforce.web.gaps.actions.reporting import new_key, report
from taskforce.web.gaps.models import Gap
from taskforce.web.gaps.queries.deadlines import due_after
from taskforce.web.gaps.queries.whereabouts import Where
from taskforce.web.workspace.demonstration.gap_stories import REPORTS, TEMPLATES, Told


def make_gaps(*, by: Actor) -> None:
    """Tell every report, unless somebody has reported something already."""
    if Gap.objects.exists():
        return
    now = timezone.now()
    for title, text in TEMPLATES:
        add_template(None, title, text, by=by)
    for one in REPORTS:
        _tell(one, now, by=by)


def _tell(one: Told, now: datetime, *, by: Actor) -> None:
    said = {
        "kind": one.kind,
        "whereabouts": one.whereabouts,
        "wrong": one.wrong,
        "what": one.what,
        "since": one.since,
        "operator": one.operator,
    }
    gap, _new = report(said, Where(one.label, one.codes, *one.at), sent_key=new_key())
    received = now - timedelta(days=one.days_ago)
    due = due_after(gap.municipality, received.date())
    change(gap, {"received_at": received, "due_on": due}, by=by)
    if one.looked_into:
        look_into(gap, gap.municipality, by=by)
    if one.answered_after_days is not None:
        step = answer(gap, Answer(gap.municipality, one.outcome, one.answer), by=by)
        at = received + timedelta(days=one.answered_after_days)
        change(step, {"at": at}, by=by)
        change(step.gap, {"answered_at": at}, by=by)
