"""Answers to machines: is the site well, may it be searched, and where are its pages."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import override

from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may

# Single addresses, what somebody searches for, and the desk of those who work here.
_SHUT = ("address", "find", "workspace", "account_login")
_VALID_MONTHS = 6


@may(everyone)
def health(request: HttpRequest) -> JsonResponse:
    """Say that the server answers, and which edition it shows."""
    bundle = edition.latest()
    return JsonResponse({"status": "ok", "bundle": bundle.id if bundle else None})


@may(everyone)
def was(request: HttpRequest) -> HttpResponseRedirect:
    """The short address of the accessibility statement that the law asks for."""
    return redirect(settings.WAS_URL or reverse("accessibility"))


@may(everyone)
def robots(request: HttpRequest) -> HttpResponse:
    """Let every search engine in, but not to single addresses, searches and the inside."""
    shut = [_path(name, code) for code, _language in settings.LANGUAGES for name in _SHUT]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in ("/api/", *shut)),
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@may(everyone)
def security(request: HttpRequest) -> HttpResponse:
    """Where to tell of a weakness (RFC 9116); none where there is no address to write to."""
    if not settings.CONTACT_EMAIL:
        raise Http404
    lines = [
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {_expires(now()):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: da, en",
        f"Canonical: {request.build_absolute_uri(reverse('security'))}",
    ]
    if settings.SOURCE_URL:
        lines.append(f"Policy: {settings.SOURCE_URL}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@may(everyone)
def change_password(request: HttpRequest) -> HttpResponseRedirect:
    """Where password managers send somebody who wants a new password."""
    return redirect("account_change_password")


def _path(name: str, language: str) -> str:
    with override(language):
        return reverse(name)


def _expires(at: datetime) -> datetime:
    """The first of a month about half a year ahead: less than the year that the standard asks."""
    month = at.year * 12 + at.month - 1 + _VALID_MONTHS
    return datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)
