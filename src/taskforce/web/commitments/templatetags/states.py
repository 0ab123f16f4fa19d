"""The state of a commitment, a milestone or a municipality, in words and in a colour."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.web.commitments.models import Commitment, Milestone, State, Status
from taskforce.web.commitments.queries.public import PublicStatus
from taskforce.web.commitments.queries.sheet import state_in_words

register = template.Library()

_STATES = {State.DONE: "done", State.IN_PROGRESS: "going"}
_STATUSES = {
    Status.PARTICIPATING: "done",
    Status.DECISION_PENDING: "going",
    Status.INTERESTED: "waiting",
}
_PUBLIC = {PublicStatus.PARTICIPATING: "done", PublicStatus.ON_THE_WAY: "going"}


@register.filter
def state(one: Commitment | None) -> SafeString:
    """How far a commitment is; overdue is said before anything else."""
    today = localdate()
    if one is not None and one.is_overdue(today):
        return _said(state_in_words(one, today), "overdue")
    return _said(state_in_words(one, today), _STATES.get(State(one.state), "") if one else "")


@register.filter
def milestone_state(one: Milestone) -> SafeString:
    """Whether a milestone has been reached, or its day has passed."""
    if one.done_on:
        return _said(gettext("Reached"), "done")
    if one.is_overdue(localdate()):
        return _said(gettext("Overdue"), "overdue")
    return _said(gettext("Not reached yet"), "")


@register.filter
def status(one: Status) -> SafeString:
    """Where a municipality stands, as those inside see it."""
    return _said(str(Status(one).label), _STATUSES.get(Status(one), ""))


@register.filter
def public_status(one: PublicStatus) -> SafeString:
    """Where a municipality stands, as everybody sees it."""
    return _said(one.label, _PUBLIC.get(one, ""))


def _said(words: str, colour: str) -> SafeString:
    return format_html('<span class="state {}">{}</span>', colour, words)
