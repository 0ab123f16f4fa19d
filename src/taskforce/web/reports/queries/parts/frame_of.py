"""What every report carries around its sections: house, day, edition, sources and methods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.dossier.content import Section
from taskforce.report.figures import THEN
from taskforce.web.frame import edition
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.reports.queries.parts.wording import said, source_of


@dataclass(frozen=True, slots=True)
class Around:
    """The parts of a report that are the same whatever it tells of."""

    house: str
    subtitle: str
    sources: tuple[str, ...]
    methods: tuple[str, ...]
    demonstration: str


def around(bundle: Bundle) -> Around:
    """House, day, sources and methods of a bundle."""
    return Around(
        house=f"Digital Taskforce · {said(bundle.region().name)}",
        subtitle=gettext("Figures of %(day)s") % {"day": day(bundle.label.as_of)},
        sources=tuple(_sources(bundle)),
        methods=tuple(_methods()),
        demonstration=gettext("Demonstration data.") if bundle.label.demonstration else "",
    )


def absolute(name: str, **where: str) -> str:
    """The address of a page as a paper tells it; "" where nobody has said where the site is."""
    return settings.SITE_URL + reverse(name, kwargs=where) if settings.SITE_IS_KNOWN else ""


def quoted(sections: Iterable[Section]) -> tuple[str, ...]:
    """Every source that a table of the sections names, once each."""
    found = (table.source for section in sections for table in section.tables)
    return tuple(dict.fromkeys(found))


def _sources(bundle: Bundle) -> Iterable[str]:
    yield source_of(edition.origin(bundle))
    then = bundle.origin(THEN)
    if then is not None:
        yield source_of(then)


def _methods() -> Iterable[str]:
    yield gettext(
        "An address has proper internet when one fixed line delivers both speeds; the best "
        "download of one line is never put together with the best upload of another."
    )
    yield gettext(
        "Numbers that would give away a group of fewer than three addresses are not shown."
    )
    yield gettext(
        "A white spot is at least three neighbouring addresses that all lack proper internet."
    )
    methods = absolute("methods")
    if methods:
        yield gettext("Every method is described at %(address)s") % {"address": methods}
