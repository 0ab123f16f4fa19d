"""A certificate in the words of the reader: what the figure counts, and how to quote it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from taskforce.report.certificates import key as keys
from taskforce.report.certificates.certificate import Certificate
from taskforce.report.certificates.key import Key
from taskforce.report.certificates.record import Record
from taskforce.report.certificates.value import Value
from taskforce.vocabulary.technology import Counting, Technology
from taskforce.vocabulary.text import Text
from taskforce.vocabulary.use import Use
from taskforce.web.frame.templatetags.components import inside
from taskforce.web.frame.templatetags.numbers import day, distance, number, percent, signed

_HARD_SPACE = "\u00a0"
_COUNTS = {
    keys.ADDRESSES: gettext_lazy("Addresses in %(area)s"),
    keys.BELOW: gettext_lazy("Addresses in %(area)s with less than %(speed)s Mbit/s"),
    keys.UNKNOWN: gettext_lazy("Addresses in %(area)s that the operators have not reported on"),
    keys.SHARE_BELOW: gettext_lazy(
        "Share of the known addresses in %(area)s with less than %(speed)s Mbit/s"
    ),
    keys.SHARE_ABOVE: gettext_lazy(
        "Share of the known addresses in %(area)s with at least %(speed)s Mbit/s"
    ),
    keys.DENSITY: gettext_lazy(
        "Addresses with less than %(speed)s Mbit/s for each square kilometre of %(area)s"
    ),
    keys.DIFFERENCE: gettext_lazy(
        "Change in the number of addresses in %(area)s with less than %(speed)s Mbit/s"
    ),
    keys.SPOTS: gettext_lazy(
        "White spots in %(area)s: three or more neighbours with less than %(speed)s Mbit/s"
    ),
    keys.SPOT: gettext_lazy("Addresses in the white spot %(spot)s with less than %(speed)s Mbit/s"),
    keys.NEAREST: gettext_lazy(
        "Distance from the white spot %(spot)s to the nearest address with at least %(speed)s "
        "Mbit/s"
    ),
    keys.SCATTERED: gettext_lazy(
        "Addresses in %(area)s with less than %(speed)s Mbit/s that lie alone or two together"
    ),
    keys.SERVED: gettext_lazy(
        "Addresses in %(area)s with at least %(speed)s Mbit/s on %(technology)s"
    ),
    keys.GROWTH: gettext_lazy(
        "Addresses in %(area)s with less than %(needed)s Mbit/s, the need in %(year)s if it grows "
        "as %(title)s has"
    ),
    keys.OFFICIAL: gettext_lazy("%(title)s, %(area)s"),
}
_FLOWS = {
    "below_then": gettext_lazy(
        "Addresses in %(area)s with less than %(speed)s Mbit/s on the earlier day"
    ),
    "below_now": gettext_lazy(
        "Addresses in %(area)s with less than %(speed)s Mbit/s on the later day"
    ),
    "still": gettext_lazy("Addresses in %(area)s with less than %(speed)s Mbit/s on both days"),
    "gained": gettext_lazy("Addresses in %(area)s that have got %(speed)s Mbit/s between the days"),
    "lost": gettext_lazy("Addresses in %(area)s that no longer have %(speed)s Mbit/s"),
    "newly_known": gettext_lazy(
        "Addresses in %(area)s below %(speed)s Mbit/s that were unknown on the earlier day"
    ),
    "no_longer_known": gettext_lazy(
        "Addresses in %(area)s once below %(speed)s Mbit/s that are unknown on the later day"
    ),
    "new": gettext_lazy("New addresses in %(area)s with less than %(speed)s Mbit/s"),
    "gone": gettext_lazy("Addresses in %(area)s once below %(speed)s Mbit/s that no longer exist"),
    "addresses_new": gettext_lazy("All new addresses in %(area)s"),
    "addresses_gone": gettext_lazy("All addresses in %(area)s that no longer exist"),
}
_COUNTED = {
    Counting.FIXED: gettext_lazy("Fixed lines count; mobile and satellite do not."),
    Counting.ALL: gettext_lazy("Fixed lines, mobile and satellite all count."),
}


def what(certificate: Certificate) -> str:
    """What the figure counts, without a full stop."""
    key = certificate.key
    words = _FLOWS[key.detail] if key.sort == keys.CHANGE else _COUNTS[key.sort]
    return str(words) % _facts(certificate)


def how_counted(key: Key) -> str:
    """Which lines count; nothing for what others published, or where it does not matter."""
    if key.sort in (keys.OFFICIAL, keys.ADDRESSES, keys.SERVED):
        return ""
    return str(_COUNTED[Counting(key.counting)])


def number_of(value: Value, *, change: bool = False) -> str:
    """The number as the pages write it, or why there is none."""
    if value.withheld:
        return _("not shown")
    if value.number is None:
        return _("unknown")
    if value.unit == "share":
        return percent(value.number)
    if value.unit == "percent":
        whole = float(value.number).is_integer()
        return f"{number(value.number, 0 if whole else 1)}{_HARD_SPACE}%"
    if value.unit == "metres":
        return distance(value.number)
    if value.unit == "per_km2":
        return number(value.number, 2)
    return signed(int(value.number)) if change else number(value.number)


def citation(certificate: Certificate, link: str) -> str:
    """The figure with its source and its lasting address, ready to be pasted."""
    origin = certificate.origin
    facts = {
        "what": what(certificate),
        "number": number_of(certificate.value, change=certificate.key.sort == keys.DIFFERENCE),
        "day": day(origin.as_of),
        "publisher": origin.publisher,
        "title": origin.title,
        "certainty": _said(origin.certainty.label),
        "region": _said(certificate.region_name),
        "edition": certificate.edition,
        "link": link,
    }
    words = _(
        "%(what)s: %(number)s (%(day)s). Source: %(publisher)s, %(title)s; %(certainty)s. "
        "Digital Taskforce, %(region)s, edition %(edition)s. %(link)s"
    )
    return words % facts


def _facts(certificate: Certificate) -> dict[str, Any]:
    key = certificate.key
    technology = key.detail if key.sort == keys.SERVED else ""
    return {
        "area": area_words(certificate),
        "speed": key.threshold.replace("-", "/"),
        "spot": f"{key.area}-{key.part}",
        "technology": inside(_said(Technology(technology).label)) if technology else "",
        "needed": certificate.needed,
        "year": key.detail.rpartition("-")[2],
        "title": _said(certificate.title) if certificate.title else "",
    }


def area_words(certificate: Certificate) -> str:
    """The place: the region, a municipality, or the part of one."""
    key = certificate.key
    if certificate.is_region:
        whole = _said(certificate.region_name)
    elif key.area == "dk":
        whole = _("Denmark")
    else:
        whole = _("%(name)s Municipality") % {"name": certificate.area}
    if not key.part or key.sort in (keys.SPOT, keys.NEAREST):
        return whole
    parts = {use.value: inside(_said(use.label)) for use in Use}
    parts[keys.NO_POSTCODE] = _("without a postcode")
    return f"{whole} ({parts.get(key.part, key.part)})"


def _said(text: Text) -> str:
    return text.in_language(get_language() or "da")


def region_of(record: Record) -> str:
    """The name of the region of an edition."""
    name = record.content["region"]["name"]
    return str(name[get_language() or "da"])
