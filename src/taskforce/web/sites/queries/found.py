"""Search among sites, and find only what the caller may see."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.vocabulary.places import plain
from taskforce.web.frame.found import Found
from taskforce.web.frame.templatetags.spoken import spoken
from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import Site
from taskforce.web.sites.queries.access import open_to

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The sites that have all the words in their name, number, kind, owner or municipality."""
    words = plain(text).split()
    hits = [one for one in open_to(caller) if words and _has(words, one)]
    return [_found(one) for one in hits[:_MOST]]


def _has(words: list[str], site: Site) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    kind = spoken(site.what.label)
    parts = (site.name, site.number, kind, site.owner.name, site.municipality.name)
    said = plain(" ".join(parts))
    return all(word in said for word in words)


def _found(site: Site) -> Found:
    told = {"kind": spoken(site.what.label), "number": site.number, "owner": site.owner.name}
    detail = gettext("%(kind)s %(number)s, %(owner)s") % told
    return Found(site.name, detail, reverse("site", args=[site.pk]))
