"""The report of one municipality: its need, what has changed, and what is being done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import (
    ADDRESSES,
    BELOW,
    SHARE_ABOVE,
    SHARE_BELOW,
    SPOTS,
    UNKNOWN,
)
from taskforce.report.count import Count
from taskforce.report.dossier.content import Cell, KeyFigure, Report, Sentence, numbered
from taskforce.report.dossier.sentences import plainly, sentence
from taskforce.report.figures import THEN, Area
from taskforce.web.frame.question import Question, asked
from taskforce.web.frame.templatetags.components import share_above, share_in_words
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.municipalities.official import official_series
from taskforce.web.municipalities.profile import Profile
from taskforce.web.municipalities.profile import profile as profile_of
from taskforce.web.reports.queries.parts.agreed import agreed_section
from taskforce.web.reports.queries.parts.change import change_section
from taskforce.web.reports.queries.parts.frame_of import absolute, around, quoted
from taskforce.web.reports.queries.parts.growth import growth_section
from taskforce.web.reports.queries.parts.mobile import mobile_section
from taskforce.web.reports.queries.parts.need import AtSpeed, lines_section, need_section
from taskforce.web.reports.queries.parts.official import official_section
from taskforce.web.reports.queries.parts.postcodes import postcodes_section
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.spots import spots_section
from taskforce.web.reports.queries.parts.wording import counted, language, shared


def municipality_report(bundle: Bundle, area: Area, on: date) -> Report:
    """Gather it in the language of the page; `on` is the day whose agreements are told."""
    question = asked(QueryDict(), bundle)
    found, outer = profile_of(question, area), around(bundle)
    speeds = [AtSpeed(one.threshold, one.now, one.then) for one in found.thresholds]
    sections = numbered(
        [
            need_section(question, area.name, speeds),
            change_section(question, question.change, found.change),
            spots_section(question, area),
            mobile_section(area),
            lines_section(question, found.now),
            postcodes_section(question, area.code),
            growth_section(bundle, area.name, lambda year: year.area(area.code)),
            agreed_section(area, on),
            official_section(bundle, official_series(bundle, area)),
        ]
    )
    return Report(
        kind="municipality",
        language=language(),
        house=outer.house,
        title=gettext("%(name)s Municipality") % {"name": area.name},
        subtitle=outer.subtitle,
        verdict=headline(question, found),
        key_figures=key_figures(question, found),
        sections=sections,
        sources=tuple(dict.fromkeys((*outer.sources, *quoted(sections)))),
        methods=outer.methods,
        on=bundle.label.as_of,
        edition=bundle.edition,
        place=area.slug,
        page=reverse("report-municipality", args=[area.slug]),
        link=absolute("municipality", slug=area.slug),
        demonstration=outer.demonstration,
    )


def headline(question: Question, found: Profile) -> Sentence:
    """What the figures say of the municipality, in two sentences."""
    now, name = found.now, found.area.name
    proof = partial(proof_of, question.bundle, area=found.area.code)
    told = {
        "name": name,
        "below": counted(now.below, proof(BELOW)),
        "addresses": counted(now.addresses, proof(ADDRESSES)),
        "share": shared(now, proof(SHARE_BELOW)),
        "goal": question.goal,
    }
    if now.addresses.unknown:
        return sentence(gettext("We have no reports on the addresses in %(name)s."), told)
    if now.below.withheld:
        words = gettext(
            "Very few of the %(addresses)s addresses in %(name)s lack %(goal)s. The exact number "
            "is not shown."
        )
        return sentence(words, told)
    if now.below.value == 0:
        return sentence(gettext("All known addresses in %(name)s have %(goal)s."), told)
    words = gettext(
        "In %(name)s, %(below)s of %(addresses)s addresses lack %(goal)s. That is %(share)s of "
        "those we know about."
    )
    return sentence(words, told)


def key_figures(question: Question, found: Profile) -> tuple[KeyFigure, ...]:
    """The four figures of the front page."""
    label, spots = question.bundle.label, found.spot_count
    proof = partial(proof_of, question.bundle, area=found.area.code)
    now_day = then = plainly(day(label.as_of))
    if found.then is not None and label.as_of_then:
        had = Cell(above(found.then), proof=proof(SHARE_ABOVE, when=THEN))
        told = {"number": had, "day": day(label.as_of_then)}
        then = sentence(gettext("%(number)s on %(day)s"), told)
    without = gettext("addresses without %(goal)s") % {"goal": question.goal}
    return (
        KeyFigure(counted(found.now.below).words, without, now_day, "need", proof(BELOW)),
        KeyFigure(
            above(found.now),
            gettext("of the known addresses have it"),
            then,
            "good",
            proof(SHARE_ABOVE),
        ),
        *lesser_figures(spots, found.now.unknown, proof),
    )


def lesser_figures(
    spots: int, unknown: Count, proof: Callable[[str], str]
) -> tuple[KeyFigure, KeyFigure]:
    """The white spots, and what nobody has told of."""
    return (
        KeyFigure(
            number(spots),
            ngettext("white spot", "white spots", spots),
            plainly(gettext("neighbours who all lack it")),
            proof=proof(SPOTS),
        ),
        KeyFigure(
            counted(unknown).words,
            gettext("addresses we do not know about"),
            plainly(gettext("not in the operators' report")),
            proof=proof(UNKNOWN),
        ),
    )


def shown_first(figures: tuple[KeyFigure, ...]) -> tuple[KeyFigure, ...]:
    """Those that tell a number before those whose number is not shown or not known."""
    return tuple(sorted(figures, key=lambda one: not is_number(one)))


def is_number(figure: KeyFigure) -> bool:
    """Whether there is a number to show."""
    return any(map(str.isdigit, figure.value))


def above(figures: object) -> str:
    """The share that has proper internet, without any markup."""
    share = getattr(figures, "share_below", None)
    return share_in_words(figures) if share is None else str(share_above(figures))
