"""The desk of the news: write, send to the taskforce, approve for a time, withdraw."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.frame.difference import Change, differing
from taskforce.web.frame.simultaneous import mark
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.library.markup import as_html
from taskforce.web.news.actions import writing
from taskforce.web.news.forms.writing import NewsForm, ReturnForm, TimeForm
from taskforce.web.news.models import NewsItem, State
from taskforce.web.news.queries.access import may_write, written_for
from taskforce.web.news.rules import sees_news, writers, writes_news
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may
from taskforce.web.people.views.saving import done

_BOTH = require_http_methods(["GET", "HEAD", "POST"])


@may(writers)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Everything that is being written, and what is public, the latest change first."""
    now = timezone.now()
    rows = [(one, one.is_public(now)) for one in written_for(caller_of(request)).order_by("-pk")]
    return render(request, "news/desk.html", {"rows": rows})


@may(writers)
@_BOTH
def new(request: HttpRequest) -> HttpResponse:
    """Begin a draft."""
    caller = caller_of(request)
    form = NewsForm(request.POST or None, caller=caller)
    made: list[NewsItem] = []
    if not _previews(request) and done(
        request, form, lambda: made.append(writing.write(form.told(), by=caller))
    ):
        messages.success(request, _("The draft has been saved."))
        return redirect("news-one", made[0].pk)
    return _ask(request, form, _("Write news"))


@may(writes_news)
@_BOTH
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Write it better."""
    caller, item = caller_of(request), _item(pk)
    form = NewsForm(request.POST or None, instance=item, caller=caller)

    def rewrite() -> None:
        writing.rewrite(_item(pk), form.told(), by=caller, seen=form.cleaned_data["seen"])

    if not _previews(request) and done(request, form, rewrite):
        messages.success(request, _("The news has been saved."))
        return redirect("news-one", pk)
    return _ask(request, form, _("Change “%(title)s”") % {"title": item.title}, item)


@may(sees_news)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """It as everybody will see it, with what can be done to it."""
    return _shown(request, _item(pk), TimeForm(), ReturnForm())


@may(writes_news)
@require_POST
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it to the taskforce."""
    said = _("The taskforce has got it, and answers on your desk.")
    return _act(request, pk, lambda item: writing.propose(item, by=caller_of(request)), said)


@may(consultants)
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Make it public, at once or later."""
    item, form = _item(pk), TimeForm(request.POST)
    by, now, seen = caller_of(request), timezone.now(), request.POST.get("seen")
    if not form.is_valid():
        return _shown(request, item, form, ReturnForm(), status=422)
    try:
        writing.approve(item, form.at(), now=now, by=by, seen=seen)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("news-one", pk)
    if item.publish_at and item.publish_at > now:
        at = localtime(item.publish_at)
        said = _("It will be public on %(day)s at %(time)s.")
        told = said % {"day": day(at.date()), "time": f"{at:%H:%M}"}
    else:
        told = _("It is public now.")
    messages.success(request, told)
    return redirect("news-one", pk)


@may(consultants)
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for something to be changed first."""
    item, form = _item(pk), ReturnForm(request.POST)
    if not form.is_valid():
        return _shown(request, item, TimeForm(), form, status=422)
    because, by = form.cleaned_data["why"], caller_of(request)
    said = _("It has been sent back to the municipality.")
    return _act(request, pk, lambda one: writing.send_back(one, because, by=by), said)


@may(consultants)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it off the public pages."""
    said = _("It is no longer public.")
    return _act(request, pk, lambda item: writing.withdraw(item, by=caller_of(request)), said)


def _item(pk: int) -> NewsItem:
    return get_object_or_404(NewsItem.objects.select_related("municipality"), pk=pk)


def _act(request: HttpRequest, pk: int, act: Callable[[NewsItem], None], said: str) -> HttpResponse:
    try:
        act(_item(pk))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, said)
    return redirect("news-one", pk)


def _previews(request: HttpRequest) -> bool:
    return "preview" in request.POST


def _shown(
    request: HttpRequest, item: NewsItem, times: TimeForm, back: ReturnForm, *, status: int = 200
) -> HttpResponse:
    caller = caller_of(request)
    given = {
        "item": item,
        "body": as_html(item.body),
        "public": item.is_public(timezone.now()),
        "writes": may_write(caller, item),
        "approves": caller.is_consultant and item.state != State.READY,
        "seen": mark(item, writing.SAID),
        "times": times,
        "back": back,
    }
    return render(request, "news/one.html", given, status=status)


def _ask(
    request: HttpRequest, form: NewsForm, heading: str, item: NewsItem | None = None
) -> HttpResponse:
    previews = _previews(request)
    shown = [as_html(request.POST.get(name, "")) for name in ("body_da", "body_en")]
    given = {"form": form, "heading": heading, "item": item, "previews": previews, "shown": shown}
    wrong = bool(form.errors) and not previews
    given["differs"] = _differs(form)
    return render(request, "news/form.html", given, status=422 if wrong else 200)


def _differs(form: NewsForm) -> list[Change]:
    """Where somebody else has saved meanwhile: how the words of the form differ from theirs."""
    if not form.overtaken:
        return []
    form.look_again(form.instance, writing.SAID)
    return differing(form.instance, NewsItem(**form.told()), writing.SAID)
