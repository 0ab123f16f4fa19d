"""What awaits a caller at the sparring desk: answers to give, and answers to say something of."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext

from taskforce.web.frame.awaiting import Awaiting, by_urgency
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role
from taskforce.web.sparring.models import Consent, Proposal, Question
from taskforce.web.sparring.queries.access import open_to
from taskforce.web.sparring.queries.clock import is_urgent

# So long somebody may try the advice before they are asked what came of it.
TRIED_WITHIN = timedelta(days=30)


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """Of a consultant's own, of nobody's, and what is late; of a municipality, what is answered."""
    open_ones = open_to(caller).filter(closed_at__isnull=True)
    if caller.is_consultant:
        waiting = open_ones.filter(answered_at__isnull=True)
        return by_urgency([_to_answer(one, on) for one in waiting if _is_for(caller, one, on)])
    answered = open_ones.filter(answered_at__isnull=False)
    told = [_to_tell(one, on) for one in answered if _tells(caller, one)]
    return by_urgency([*told, *_to_agree(caller, on)])


def _is_for(caller: Caller, one: Question, on: date) -> bool:
    """What is late concerns every consultant; the rest the one who took it."""
    own = one.taken_by_id in (None, caller.account_id)
    return own or one.is_overdue(on)


def _tells(caller: Caller, one: Question) -> bool:
    """Whoever asked says what came of it; a coordinator for those who are gone."""
    if one.asked_by_id == caller.account_id:
        return True
    gone = one.asked_by is None or not one.asked_by.is_active
    return gone and caller.holds(one.place, Role.COORDINATOR)


def _to_answer(one: Question, on: date) -> Awaiting:
    told = {"subject": str(one)}
    if one.taken_by_id is None:
        what = gettext("Take and answer “%(subject)s”") % told
    elif is_urgent(one, on):
        what = gettext("Answer “%(subject)s”: most of the time has gone") % told
    else:
        what = gettext("Answer “%(subject)s”") % told
    return _awaiting(one, what, one.due_on, one.is_overdue(on))


def _to_tell(one: Question, on: date) -> Awaiting:
    what = gettext("Read the answer to “%(subject)s”, and say what came of it")
    answered_on = localtime(one.answered_at).date()
    due = answered_on + TRIED_WITHIN
    return _awaiting(one, what % {"subject": str(one)}, due, due < on)


def _to_agree(caller: Caller, on: date) -> list[Awaiting]:
    """Answers that the taskforce would like to share; the coordinator says yes or no."""
    asked = Proposal.objects.filter(consent=Consent.ASKED).select_related("question__municipality")
    mine = asked.filter(question__municipality__code__in=caller.places(Role.COORDINATOR))
    what = gettext("Say whether the answer to “%(subject)s” may be shared anonymously")
    dues = [(one.question, localtime(one.asked_at).date() + TRIED_WITHIN) for one in mine]
    return [_awaiting(one, what % {"subject": str(one)}, due, due < on) for one, due in dues]


def _awaiting(one: Question, what: str, due: date, overdue: bool) -> Awaiting:
    path = reverse("sparring-question", args=[one.pk])
    return Awaiting(what, one.municipality.name, path, due, overdue)
