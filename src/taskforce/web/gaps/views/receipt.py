"""The receipt, opened by its link alone: read, follow, correct, open again, withdraw."""

from __future__ import annotations

import json
from collections.abc import Callable

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.frame.journal.actor import VISITOR
from taskforce.web.gaps.actions import following, own
from taskforce.web.gaps.forms.own import CorrectForm, FollowForm, ReopenForm
from taskforce.web.gaps.models import Gap
from taskforce.web.gaps.queries.own_data import everything_in
from taskforce.web.gaps.queries.receipt import confirmed_by, gap_of, receipt_of
from taskforce.web.gaps.views.openly import without_cookie
from taskforce.web.people.limits import limited
from taskforce.web.people.rights import everyone, may
from taskforce.web.people.views.saving import done

_BOTH = require_http_methods(["GET", "HEAD", "POST"])
_OFTEN = "60/h"
_DONE = ("corrected", "follow", "reopened", "stopped")


@may(everyone)
@without_cookie
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """What the map says, what was said, who answers and by when, and the answer."""
    shown = receipt_of(_gap(token), localdate())
    told = request.GET.get("done", "")
    given = {"receipt": shown, "gap": shown.gap, "token": token, "done": told in _DONE and told}
    return render(request, "gaps/receipt.html", given)


@may(everyone)
@without_cookie
@require_safe
def data(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that is kept about the report, to take along."""
    gap = _gap(token)
    content = json.dumps(everything_in(gap), ensure_ascii=False, indent=1, default=str)
    headers = {"Content-Disposition": f'attachment; filename="{gap.number}.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)


@may(everyone)
@without_cookie
@_BOTH
@limited(_OFTEN)
def correct(request: HttpRequest, token: str) -> HttpResponse:
    """Say it better."""
    gap = _gap(token)
    form = CorrectForm(request.POST or None, gap=gap)
    heading = gettext("Correct the report")
    return _ask(request, token, form, heading, lambda: own.correct(gap, form.said()), "corrected")


@may(everyone)
@without_cookie
@_BOTH
@limited(_OFTEN)
def reopen(request: HttpRequest, token: str) -> HttpResponse:
    """Say why the answer is not enough."""
    gap, form = _gap(token), ReopenForm(request.POST or None)
    heading = gettext("Open the report again")

    def act() -> None:
        own.reopen(gap, form.cleaned_data["text"])

    return _ask(request, token, form, heading, act, "reopened")


@may(everyone)
@without_cookie
@_BOTH
@limited(_OFTEN)
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """Give a mail address; it has to be confirmed."""
    gap, form = _gap(token), FollowForm(request.POST or None)
    if gap.erased_at:
        raise Http404
    heading = gettext("Get the answer by mail")

    def act() -> None:
        language = (get_language() or "da")[:2]
        following.follow(gap, form.cleaned_data["email"], language=language)
        following.ask_to_confirm(gap)

    return _ask(request, token, form, heading, act, "follow")


@may(everyone)
@without_cookie
@_BOTH
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, and erase."""
    gap = _gap(token)
    if request.method == "POST":
        own.withdraw(gap)
        return redirect("gap-receipt", token)
    return render(request, "gaps/withdraw.html", {"gap": gap, "token": token})


@may(everyone)
@without_cookie
@_BOTH
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """No more mails; the address is erased."""
    gap = _gap(token)
    if request.method == "POST":
        following.stop(gap)
        return _back(token, "stopped")
    return render(request, "gaps/stop.html", {"gap": gap, "token": token})


@may(everyone)
@without_cookie
@_BOTH
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, so that a program which only looks at links confirms nothing."""
    gap = confirmed_by(token)
    if gap is None:
        raise Http404
    if request.method == "POST":
        following.confirm(gap)
        following.send_answers(by=VISITOR, gap=gap)
    return render(request, "gaps/confirm.html", {"gap": gap, "confirmed": gap.follows})


def _gap(token: str) -> Gap:
    gap = gap_of(token)
    if gap is None:
        raise Http404
    return gap


def _ask(
    request: HttpRequest,
    token: str,
    form: forms.Form,
    heading: str,
    act: Callable[[], None],
    told: str,
) -> HttpResponse:
    if done(request, form, act):
        return _back(token, told)
    given = {"form": form, "heading": heading, "token": token}
    return render(request, "gaps/own_form.html", given, status=422 if form.errors else 200)


def _back(token: str, told: str) -> HttpResponse:
    response = redirect("gap-receipt", token)
    response["Location"] += f"?done={told}"
    return response
