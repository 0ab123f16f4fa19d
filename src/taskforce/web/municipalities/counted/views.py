"""For everybody: where a number of our own counting comes from, told to people and to machines."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.municipalities.counted.count import Counted
from taskforce.web.municipalities.counted.counting import counted_today
from taskforce.web.municipalities.counted.stamp import Kept, read, stamp_of
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def counted(request: HttpRequest, place: str, name: str, stamp: str = "") -> HttpResponse:
    """The certificate: of today, or of the day in the stamp with today's number beside it."""
    today = _today(place, name)
    kept = read(place, name, stamp) if stamp else _kept(today)
    if stamp and kept is None:
        raise Http404("We have not counted that.")
    on = kept.day if kept else localdate()
    link = _link(request, place, name, kept)
    shown = {
        "found": today,
        "number": _words(today, kept),
        "of": kept.of if kept else None,
        "on": on,
        "is_old": kept is not None and on != localdate(),
        "now": _words(today, _kept(today)),
        "citation": citation(today.what, _in_full(today, kept), on=on, link=link),
        "lasting": kept is not None,
        "place": place,
        "name": name,
    }
    return render(request, "municipalities/counted.html", shown)


@may(everyone)
@require_safe
def counted_json(request: HttpRequest, place: str, name: str) -> JsonResponse:
    """Today's number for machines; anybody's page may read it."""
    today = _today(place, name)
    told: dict[str, Any] = {
        "counts": today.what,
        "method": today.method,
        "place": place,
        "number": today.number,
        "of": today.of,
        "withheld": today.hidden,
        "day": localdate().isoformat(),
        "rows": request.build_absolute_uri(today.rows),
        "link": _link(request, place, name, _kept(today)),
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def citation(what: str, words: str, *, on: date, link: str) -> str:
    """The words to quote it with."""
    told = gettext(
        "%(what)s: %(number)s (%(day)s). Source: Digital Taskforce, own registers. %(link)s"
    )
    return told % {"what": what, "number": words, "day": day(on), "link": link}


def _today(place: str, name: str) -> Counted:
    found = counted_today(place, name, localdate())
    if found is None:
        raise Http404("There is no such number.")
    return found


def _kept(today: Counted) -> Kept | None:
    return None if today.number is None else Kept(localdate(), today.number, today.of)


def _words(today: Counted, kept: Kept | None) -> str:
    if kept is not None:
        return number(kept.number)
    return gettext("not shown") if today.hidden else gettext("unknown")


def _in_full(today: Counted, kept: Kept | None) -> str:
    if kept is None or kept.of is None:
        return _words(today, kept)
    words = gettext("%(number)s of %(all)s")
    return words % {"number": number(kept.number), "all": number(kept.of)}


def _link(request: HttpRequest, place: str, name: str, kept: Kept | None) -> str:
    where = [place, name]
    if kept is None:
        return request.build_absolute_uri(reverse("counted", args=where))
    stamped = [*where, stamp_of(place, name, kept)]
    return request.build_absolute_uri(reverse("counted-then", args=stamped))
