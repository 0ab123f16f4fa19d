"""The page of one case, with every form that stands on it."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.cases.forms.deciding import ConditionForm, TakeConditionForm
from taskforce.web.cases.forms.people import MessageForm, PartyForm, StatementForm
from taskforce.web.cases.forms.steps import EventForm, SendForm
from taskforce.web.cases.models import Case
from taskforce.web.cases.places.shape import length_m
from taskforce.web.cases.places.written import as_text
from taskforce.web.cases.queries import access
from taskforce.web.cases.queries.clocks import clocks_of
from taskforce.web.cases.queries.complaints import (
    complaints_until,
    decision_of,
    how_to_complain,
)
from taskforce.web.cases.queries.completeness import completeness
from taskforce.web.cases.queries.frozen import latest_check, told, told_facts
from taskforce.web.cases.queries.next_steps import next_steps
from taskforce.web.cases.queries.timeline import timeline
from taskforce.web.cases.rules import sees_case
from taskforce.web.cases.texts import route
from taskforce.web.cases.views.map_content import map_content
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.rights import may


@may(sees_case)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about a case that the reader may see."""
    return show(request, get_object_or_404(Case, pk=pk))


def show(request: HttpRequest, case: Case, **tried: BaseForm) -> HttpResponse:
    """The page; a form that could not be carried out says why, where it stands."""
    caller = caller_of(request)
    rights = {
        "handles": access.handles(caller, case),
        "prepares": access.prepares(caller, case),
        "edits": access.edits(caller, case),
        "sees_rent": access.sees_rent(caller, case),
    }
    shown = {
        **_read(case, caller),
        **rights,
        "case": case,
        "map": map_content(case),
        "forms": _forms(case, caller) | tried,
        "form": next(iter(tried.values()), None),
        "next_steps": next_steps(case, caller),
    }
    return render(request, "cases/case.html", shown, status=422 if tried else 200)


def _read(case: Case, caller: Caller) -> dict[str, Any]:
    check, today = latest_check(case), localdate()
    decision = decision_of(case)
    readers = access.reads(caller, case)
    return {
        "check": told(check) if check else None,
        "checks_before": list(case.checks.all()[1:]),
        "facts": told_facts(case),
        "items": completeness(case) if case.is_draft else [],
        "clocks": clocks_of(case, today),
        "timeline": timeline(case),
        "decision": decision,
        "route": route(decision.appeal_route) if decision else None,
        "appeal_text": how_to_complain(case),
        "appeal_until": complaints_until(case),
        "messages_read": case.messages.filter(audience__in=readers).select_related("written_by"),
        "coordinates": as_text(case.shape),
        "length_m": length_m(case.shape),
        "today": today,
    }


def _forms(case: Case, caller: Caller) -> dict[str, BaseForm]:
    return {
        "event": EventForm(case=case, auto_id="event_%s"),
        "send": SendForm(initial={"on": localdate()}, case=case, auto_id="send_%s"),
        "party": PartyForm(auto_id="party_%s"),
        "message": MessageForm(readers=access.reads(caller, case), auto_id="message_%s"),
        "statement": StatementForm(auto_id="statement_%s"),
        "take": TakeConditionForm(case=case, auto_id="take_%s"),
        "condition": ConditionForm(auto_id="condition_%s"),
    }
