"""The log of advice, with what was given on the phone or at a meeting."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.commitments.spreadsheet import as_csv
from taskforce.web.frame.downloads import CSV, download
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Channel
from taskforce.web.people.rights import consultants, may
from taskforce.web.people.views.saving import done
from taskforce.web.sparring.actions.advice import change_advice, log_talk
from taskforce.web.sparring.forms.advice import HoursForm, TalkForm
from taskforce.web.sparring.models import Advice
from taskforce.web.sparring.queries.advice import hours_of, log_of
from taskforce.web.sparring.queries.clock import WORKING_DAYS
from taskforce.web.sparring.queries.period import period_of, periods
from taskforce.web.sparring.queries.statistics import FEWEST_SHOWN, sheet, statistics

_FORM = "sparring/advice_form.html"


@may(consultants)
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Every piece of advice, the newest first."""
    every = log_of()
    return render(request, "sparring/advice.html", {"rows": every, "hours": hours_of(every)})


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Log advice that was given outside the desk."""
    caller = caller_of(request)
    begun = {"held_on": localdate(), "channel": Channel.PHONE}
    form = TalkForm(request.POST or None, initial=begun)

    def act() -> None:
        log_talk(form.cleaned_data["municipality"], form.talk(), form.told(), by=caller)

    if done(request, form, act):
        messages.success(request, _("The advice has been logged."))
        return redirect("sparring-advice")
    shown = {"form": form, "heading": _("Log advice given outside the desk")}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend what was logged."""
    advice, caller = get_object_or_404(Advice, pk=pk), caller_of(request)
    form = (HoursForm if advice.question else TalkForm)(request.POST or None, of=advice)

    def act() -> None:
        talk = form.talk() if isinstance(form, TalkForm) else None
        change_advice(advice, form.told(), talk=talk, by=caller)

    if done(request, form, act):
        messages.success(request, _("Your changes have been saved."))
        return redirect("sparring-advice")
    shown = {"form": form, "heading": _("Change logged advice"), "advice": advice}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(consultants)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """How many ask, how fast they are answered, and on what hours go."""
    today, period = localdate(), period_of(request.GET.get("period", ""))
    given = {
        "told": statistics(today, period),
        "period": period,
        "periods": periods(today),
        "fewest": FEWEST_SHOWN,
        "days": WORKING_DAYS,
    }
    return render(request, "sparring/statistics.html", given)


@may(consultants)
@require_safe
def figures_csv(request: HttpRequest) -> HttpResponse:
    """The same for a spreadsheet."""
    today, period = localdate(), period_of(request.GET.get("period", ""))
    name = f"sparring-{period.key}" if period else f"sparring-{today:%Y-%m-%d}"
    content = as_csv(sheet(statistics(today, period), on=today, period=period))
    return download(content, CSV, f"{name}.csv")
