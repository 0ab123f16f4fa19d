"""What is missing before a case is sent: without some of it nobody can read the application."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from taskforce.web.cases.models import Case, PartyRole
from taskforce.web.cases.places.shape import middle
from taskforce.web.cases.queries.frozen import Told, latest_check, told
from taskforce.web.cases.two_languages import both
from taskforce.web.frame.edition import latest
from taskforce.web.notes.queries import files_of
from taskforce.web.people.borders import locate


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: what to do, whether it is done, whether it must be, and where one does it."""

    words: str
    done: bool
    needed: bool
    path: str


def completeness(case: Case) -> list[Item]:
    """Everything that makes the application complete, in the order of doing it."""
    found = latest_check(case)
    return [
        *_place(case),
        *_facts(case, told(found) if found else None),
        *_applicant(case),
        *_papers(case, told(found) if found else None),
    ]


def _place(case: Case) -> Iterator[Item]:
    path = reverse("case-place", args=[case.pk])
    yield Item(_("Show on the map where it is."), case.shape is not None, True, path)
    if case.shape is not None and not _in_municipality(case):
        words = _("The place lies outside %(name)s. Check the place and the municipality.")
        yield Item(words % {"name": case.municipality.name}, False, False, path)


def _facts(case: Case, check: Told | None) -> Iterator[Item]:
    path = reverse("case-facts", args=[case.pk])
    fits = check is not None and check.frozen.still_fits
    yield Item(_("Give the facts, and check them against the rules."), fits, True, path)
    if check is not None and check.missing:
        words = _("The check still needs to know: %(facts)s.")
        named = ", ".join(name[:1].lower() + name[1:] for name in check.missing)
        yield Item(words % {"facts": named}, False, check.frozen.outcome == "unknown", path)


def _applicant(case: Case) -> Iterator[Item]:
    there = case.applicant_id is not None or (
        case.parties.filter(role=PartyRole.APPLICANT).exists()
    )
    path = reverse("case", args=[case.pk]) + "#parties"
    yield Item(_("Say who applies."), there, True, path)


def _papers(case: Case, check: Told | None) -> Iterator[Item]:
    asked = check.papers if check else []
    path = reverse("case-papers", args=[case.pk])
    for one in asked:
        words = _("Enclose: %(paper)s.") % {"paper": both(one["paper"])}
        yield Item(words, one["rule"] in case.papers, False, path)
    if asked and case.papers:
        yield Item(
            _("Attach the files that you have ticked as enclosed."),
            files_of(case).exists(),
            False,
            reverse("case", args=[case.pk]) + "#notes",
        )


def _in_municipality(case: Case) -> bool:
    """Whether the place lies in the case's municipality, or next to it; yes where no map is."""
    bundle = latest()
    if bundle is None or case.shape is None:
        return True
    found = locate(bundle, *middle(case.shape))
    return found is None or case.municipality.code in (found.code, *found.near)
