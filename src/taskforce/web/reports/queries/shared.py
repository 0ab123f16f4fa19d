"""What stands on the picture of a page where it is shared."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.dossier.share_card import ShareCard
from taskforce.report.figures import Area
from taskforce.vocabulary.places import DEFAULT_REGION, load_region
from taskforce.web.frame.question import asked
from taskforce.web.municipalities.profile import profile as profile_of
from taskforce.web.reports.queries.municipality import is_number, key_figures, shown_first
from taskforce.web.reports.queries.parts.wording import said, source_of


def card_of_page(bundle: Bundle | None, title: str) -> ShareCard:
    """The title of a page."""
    name = bundle.region().name if bundle else load_region(DEFAULT_REGION).name
    return ShareCard(
        house=f"Digital Taskforce · {said(name)}",
        title=title,
        foot=gettext("Who lacks proper internet, where, and how it has changed."),
    )


def card_of_municipality(bundle: Bundle, area: Area) -> ShareCard:
    """The municipality with its key figure, source and day."""
    question = asked(QueryDict(), bundle)
    first = shown_first(key_figures(question, profile_of(question, area)))[0]
    known = is_number(first)
    return ShareCard(
        house=f"Digital Taskforce · {said(bundle.region().name)}",
        title=gettext("%(name)s Municipality") % {"name": area.name},
        foot=source_of(question.table.origin),
        figure=first.value if known else "",
        figure_words=first.words if known else "",
    )
