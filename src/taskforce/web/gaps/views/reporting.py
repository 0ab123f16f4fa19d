"""Report missing coverage: what and where, what is known already, and the receipt."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.gaps.actions.following import ask_to_confirm
from taskforce.web.gaps.actions.reporting import new_key, report
from taskforce.web.gaps.forms.reporting import ReportForm, SendForm
from taskforce.web.gaps.models import Gap
from taskforce.web.gaps.queries.deadlines import days_of
from taskforce.web.gaps.queries.groups import near_groups
from taskforce.web.gaps.queries.map_word import map_word
from taskforce.web.gaps.queries.receipt import sent_before, token_of
from taskforce.web.gaps.queries.whereabouts import Where
from taskforce.web.gaps.views.openly import without_cookie
from taskforce.web.people.limits import limited
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import everyone, may
from taskforce.web.people.views.saving import done

_BOTH = require_http_methods(["GET", "HEAD", "POST"])
# A town hall, or many telephones of one operator, share one address of the network.
_LOOKS, _SENT = "120/h", "40/h"
_FROM_LINK = ("q", "address", "kind")


@may(everyone)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The form; a link may have filled in the address."""
    told = {name: request.GET[name][:120] for name in _FROM_LINK if name in request.GET}
    form = ReportForm(initial={**told, "sent_key": new_key()})
    return render(request, "gaps/report.html", {"form": form})


@may(everyone)
@without_cookie
@_BOTH
@limited(_LOOKS)
def check(request: HttpRequest) -> HttpResponse:
    """What the map and others say of the place, before anything is sent."""
    if request.method != "POST":
        return redirect("gap-report")
    form = ReportForm(request.POST)
    if "change" in request.POST or not form.is_valid() or form.where is None:
        return _again(request, form)
    return _checked(request, SendForm(initial=_carried(form)), form)


@may(everyone)
@without_cookie
@_BOTH
def send(request: HttpRequest) -> HttpResponse:
    """Keep the report and go to its receipt; the same form sent twice leads to the same receipt."""
    if request.method != "POST":
        return redirect("gap-report")
    known = sent_before(request.POST.get("sent_key", ""))
    # Whoever only tries again is not held up.
    return redirect("gap-receipt", token_of(known)) if known else _send(request)


@limited(_SENT)
def _send(request: HttpRequest) -> HttpResponse:
    form = SendForm(request.POST, request.FILES)
    kept: list[tuple[Gap, bool]] = []

    def act() -> None:
        if form.where is not None:
            kept.append(_report(form, form.where))

    if done(request, form, act) and kept:
        gap, new = kept[0]
        if new and gap.email:
            ask_to_confirm(gap)
        return redirect("gap-receipt", token_of(gap))
    if form.where is None or set(form.errors) - {"photo", "email"}:
        return _again(request, ReportForm(request.POST))
    return _checked(request, form, form)


def _report(form: SendForm, where: Where) -> tuple[Gap, bool]:
    given = form.cleaned_data
    said = {**form.said(), "email": given["email"], "language": (get_language() or "da")[:2]}
    return report(said, where, sent_key=given["sent_key"], photo=given["photo"])


def _again(request: HttpRequest, form: ReportForm) -> HttpResponse:
    wrong = "change" not in request.POST
    if not wrong:
        form = ReportForm(initial=request.POST.dict())
    status = 422 if wrong and form.errors else 200
    return render(request, "gaps/report.html", {"form": form}, status=status)


def _carried(form: ReportForm) -> dict[str, Any]:
    """What was said, with the address as it was found."""
    where = form.where
    return {**form.data.dict(), "address": where.address if where else ""}  # type: ignore[attr-defined]


def _checked(request: HttpRequest, form: SendForm, said: ReportForm) -> HttpResponse:
    where = said.where
    if where is None:
        return redirect("gap-report")
    places = {one.code: one for one in Organisation.objects.filter(code__in=where.codes)}
    answering = places[where.codes[0]]
    given = {
        "form": form,
        # Never saved: it says what was said in the words of the choices.
        "gap": Gap(**said.said()),
        "where": where,
        "map_word": map_word(where.address),
        "groups": near_groups(where.cell),
        "answering": answering,
        "also": [places[code].name for code in where.codes[1:]],
        "days": days_of(answering),
    }
    return render(request, "gaps/check.html", given, status=422 if form.errors else 200)
