"""The values of a site in words: before and after a change, in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, gettext

from taskforce.siting.site_list.listed import Zone
from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.people.models import DutyKind, Organisation
from taskforce.web.sites.labelled import Labelled
from taskforce.web.sites.models import LABELS, Audience, Availability, Site, SiteState

_LONGEST = 80
_CHOICES = {"state": SiteState, "availability": Availability, "contact": DutyKind}
_VOCABULARY: dict[str, Callable[[str], Labelled]] = {
    "kind": SiteKind,
    "owner_kind": OwnerKind,
    "zone": Zone,
}
# How many decimals a number is said with.
_NUMBERS = {"longitude": 6, "latitude": 6, "structure_m": 1, "antenna_m": 1, "ground_m": 1}


@dataclass(frozen=True, slots=True)
class Difference:
    """One value before and after, in words."""

    label: str
    before: str
    after: str


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """What changed, field by field."""
    for name in after:
        if name == "audiences":
            yield from _audiences(before.get(name) or {}, after[name] or {})
        elif name != "photo":
            was, now = _words(name, before.get(name)), _words(name, after[name])
            yield Difference(_label(name), was, now)
        else:
            yield Difference(_label(name), "", gettext("A new one") if after[name] else "")


def _audiences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for name in after:
        if before.get(name) != after[name]:
            label = gettext("Who sees: %(field)s") % {"field": LABELS[name]}
            was = str(Audience(before[name]).label) if name in before else ""
            yield Difference(label, was, str(Audience(after[name]).label))


def _label(name: str) -> str:
    own = {
        "state": gettext("Status"),
        "longitude": gettext("Longitude"),
        "latitude": gettext("Latitude"),
    }
    return own.get(name) or str(getattr(Site._meta.get_field(name), "verbose_name", name))


def _words(name: str, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if name in _CHOICES:
        return str(_CHOICES[name](value).label)
    if name in _VOCABULARY:
        word: Labelled = _VOCABULARY[name](value)
        return word.label.in_language(get_language() or "da")
    if name in _NUMBERS:
        return number(value, _NUMBERS[name])
    if name in ("municipality", "owner"):
        return str(Organisation.objects.filter(pk=getattr(value, "pk", value)).first() or "")
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)[:_LONGEST]
