"""Mails about news, without a login: asked for, confirmed, changed and stopped."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from taskforce.web.gaps.views.openly import without_cookie
from taskforce.web.news.actions import subscribing
from taskforce.web.news.forms.asking import AreasForm, MailForm
from taskforce.web.news.models import Subscription
from taskforce.web.news.queries.mails import is_whole, subscription_of, token_of, wanted_by
from taskforce.web.people.limits import limited
from taskforce.web.people.rights import everyone, may

_BOTH = require_http_methods(["GET", "HEAD", "POST"])
_OFTEN, _ONE_MACHINE = "60/h", "10/h"


@may(everyone)
@without_cookie
@_BOTH
@limited(_ONE_MACHINE)
def ask(request: HttpRequest) -> HttpResponse:
    """Which areas, and where to; the answer is the same whether the address is known or not."""
    begun = {"codes": request.GET.getlist("code")[:20], "whole_region": "code" not in request.GET}
    form = MailForm(request.POST or None, initial=begun)
    sent = None
    if request.method == "POST" and form.is_valid():
        sent = subscribing.ask_to_confirm(form.wanted((get_language() or "da")[:2]))
    given = {"form": form, "sent": sent, "failed": sent is False}
    status = 422 if form.errors else 503 if sent is False else 200
    return render(request, "news/mail.html", given, status=status)


@may(everyone)
@without_cookie
@_BOTH
@limited(_OFTEN)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, so that a program which only looks at links confirms nothing."""
    wanted = wanted_by(token)
    if wanted is None:
        return render(request, "news/mail_too_old.html", status=410)
    if request.method == "POST":
        return redirect("news-mail-own", token_of(subscribing.confirm(wanted)))
    places = subscribing.places_of(wanted.codes)
    return render(request, "news/mail_confirm.html", {"wanted": wanted, "places": places})


@may(everyone)
@without_cookie
@_BOTH
@limited(_OFTEN)
def own(request: HttpRequest, token: str) -> HttpResponse:
    """What the reader gets mails about, to be changed."""
    one = subscription_of(token)
    if one is None:
        # Stopped long ago, or a link that was cut: that page says which.
        return redirect("news-mail-stop", token)
    # Nothing ticked is an answer too, so the method tells, and not what was sent.
    sent = request.POST if request.method == "POST" else None
    form = AreasForm(sent, initial=_now(one))
    saved = form.is_valid()
    if saved:
        whole = form.cleaned_data["whole_region"]
        subscribing.set_areas(one, whole_region=whole, codes=form.chosen())
    given = {"form": form, "token": token, "saved": saved}
    return render(request, "news/mail_own.html", given, status=422 if form.errors else 200)


@may(everyone)
@without_cookie
@_BOTH
@limited(_OFTEN)
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """No more mails. Mail programs send the form by themselves (RFC 8058)."""
    one = subscription_of(token)
    if request.method == "POST" and one is not None:
        subscribing.stop(one)
        one = None
    # Whoever has stopped already is told the same once more; half a link has stopped nothing.
    whole = is_whole(token)
    given = {"stopped": one is None, "whole": whole, "token": token}
    return render(request, "news/mail_stop.html", given, status=200 if whole else 404)


def _now(one: Subscription) -> dict[str, object]:
    codes = list(one.municipalities.values_list("code", flat=True))
    return {"whole_region": one.whole_region, "codes": codes}
