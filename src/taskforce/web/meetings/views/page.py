"""The page of one meeting, with its agenda, its guests, its minutes, and the forms on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taskforce.report.paper.paper import pdf
from taskforce.web.frame.downloads import download
from taskforce.web.frame.journal.record import seen
from taskforce.web.meetings.actions import agenda, holding, inviting
from taskforce.web.meetings.calendar import as_feed
from taskforce.web.meetings.forms.holding import AnswerForm, ItemForm
from taskforce.web.meetings.models import AgendaItem, Answer, Meeting, Outcome
from taskforce.web.meetings.queries import access
from taskforce.web.meetings.queries.export import paper_of
from taskforce.web.meetings.queries.feed import appointment, organiser
from taskforce.web.meetings.queries.page import answers_of, groups_of, outcomes_of
from taskforce.web.meetings.rules import finishes_outcome, leads_meetings, sees_meeting
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(sees_meeting)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of a meeting that the reader may read."""
    return show(request, get_object_or_404(Meeting, pk=pk))


def show(request: HttpRequest, meeting: Meeting, **tried: BaseForm) -> HttpResponse:
    """The page; a form that could not be carried out says why, where it stands."""
    caller = caller_of(request)
    own = access.own_invitation(caller, meeting)
    said = {"answer": own.answer, "substitute": own.substitute} if own else {}
    forms: dict[str, Any] = {"answer": AnswerForm(initial=said), "item": ItemForm()}
    items = access.agenda_for(caller, meeting)
    guests = list(access.invited(meeting))
    shown = {
        "meeting": meeting,
        "groups": groups_of(caller, items),
        "said": [one for one in items if one.minutes],
        "outcomes": outcomes_of(caller, meeting, localdate()),
        "guests": guests,
        "came": sum(bool(one.attended) for one in guests),
        "answers_given": answers_of(meeting),
        "own": own,
        "answers": own is not None and meeting.is_planned and not meeting.has_begun,
        "leads": access.leads(caller),
        "forms": forms | tried,
        "form": next(iter(tried.values()), None),
    }
    return render(request, "meetings/meeting.html", shown, status=422 if tried else 200)


@may(sees_meeting)
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether one comes."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    form = AnswerForm(request.POST)

    def act() -> None:
        given = form.cleaned_data
        said = Answer(given["answer"])
        inviting.answer(meeting, said, by=by, substitute=given["substitute"])

    if done(request, form, act):
        messages.success(request, _("Thank you, your answer has been noted."))
        return redirect("meeting", pk)
    return show(request, meeting, answer=form)


@may(leads_meetings)
@require_POST
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an item to the agenda."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    form = ItemForm(request.POST)
    if done(request, form, lambda: agenda.add_item(meeting, form.cleaned_data["title"], by=by)):
        messages.success(request, _("The item has been added."))
        return redirect("meeting", pk)
    return show(request, meeting, item=form)


@may(leads_meetings)
@require_POST
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Gather anew what belongs on the agenda."""
    agenda.fill(get_object_or_404(Meeting, pk=pk), by=caller_of(request))
    messages.success(request, _("The agenda is up to date."))
    return redirect("meeting", pk)


@may(leads_meetings)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move an item up or down."""
    item = get_object_or_404(AgendaItem, pk=pk, dropped=False)
    agenda.move(item, up=request.POST.get("way") == "up", by=caller_of(request))
    return redirect("meeting", item.meeting_id)


@may(leads_meetings)
@require_POST
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an item off."""
    item = get_object_or_404(AgendaItem, pk=pk, dropped=False)
    try:
        agenda.take_off(item, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The item has been taken off."))
    return redirect("meeting", item.meeting_id)


@may(finishes_outcome)
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """An action has been done."""
    outcome = get_object_or_404(Outcome, pk=pk)
    holding.finish_outcome(outcome, on=localdate(), by=caller_of(request))
    messages.success(request, _("The action is done."))
    return redirect("meeting", outcome.meeting_id)


@may(sees_meeting)
@require_safe
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda and the minutes as a tagged PDF, as the reader may read them."""
    meeting, caller, today = get_object_or_404(Meeting, pk=pk), caller_of(request), localdate()
    seen(meeting, by=caller, what="meeting.exported")
    items = access.agenda_for(caller, meeting)
    content = pdf("case", paper_of(meeting, items, on=today), on=today)
    return download(content, "application/pdf", f"meeting-{meeting.pk}.pdf")


@may(sees_meeting)
@require_safe
def as_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting for a calendar."""
    meeting = get_object_or_404(Meeting, pk=pk)
    content = as_feed(
        [appointment(meeting)], name=meeting.title, organiser=organiser(), stamp=timezone.now()
    )
    return download(content, "text/calendar; charset=utf-8", "meeting.ics")
