"""The report of the region: the need, the municipalities beside each other, what has changed."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import ADDRESSES, BELOW, SHARE_ABOVE, SHARE_BELOW
from taskforce.report.dossier.content import Cell, KeyFigure, Report, Sentence, numbered
from taskforce.report.dossier.sentences import plainly, sentence
from taskforce.report.figures import THEN
from taskforce.vocabulary.speed import Threshold
from taskforce.web.frame.question import Question, asked
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.municipalities.official import official_series
from taskforce.web.municipalities.rows import by_name
from taskforce.web.reports.queries.municipality import above, lesser_figures
from taskforce.web.reports.queries.parts.agreed import region_agreed_section
from taskforce.web.reports.queries.parts.change import change_section
from taskforce.web.reports.queries.parts.frame_of import absolute, around, quoted
from taskforce.web.reports.queries.parts.growth import growth_section
from taskforce.web.reports.queries.parts.mobile import region_mobile_section
from taskforce.web.reports.queries.parts.municipalities import municipalities_section
from taskforce.web.reports.queries.parts.need import AtSpeed, lines_section, need_section
from taskforce.web.reports.queries.parts.official import official_section
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.spots import region_spots_section
from taskforce.web.reports.queries.parts.wording import counted, language, said, shared


def region_report(bundle: Bundle, on: date) -> Report:
    """Gather it in the language of the page; `on` is the day whose agreements are told."""
    question, outer = asked(QueryDict(), bundle), around(bundle)
    name, change = said(bundle.region().name), question.change
    sections = numbered(
        [
            municipalities_section(question),
            need_section(question, name, speeds_of(question)),
            change_section(question, change, change.region if change else None),
            lines_section(question, question.table.region),
            region_spots_section(question),
            region_mobile_section(by_name(bundle.areas())),
            growth_section(bundle, name, lambda year: year.region),
            region_agreed_section(by_name(bundle.areas()), on),
            official_section(bundle, official_series(bundle)),
        ]
    )
    return Report(
        kind="region",
        language=language(),
        house=outer.house,
        title=name,
        subtitle=outer.subtitle,
        verdict=region_headline(question),
        key_figures=region_key_figures(question),
        sections=sections,
        sources=tuple(dict.fromkeys((*outer.sources, *quoted(sections)))),
        methods=outer.methods,
        on=bundle.label.as_of,
        edition=bundle.edition,
        place="region",
        page=reverse("report-region"),
        link=absolute("front"),
        demonstration=outer.demonstration,
    )


def speeds_of(question: Question) -> list[AtSpeed]:
    """The need of the region at every speed."""
    return [_at(question.bundle, one) for one in question.bundle.thresholds]


def region_headline(question: Question) -> Sentence:
    """What the figures say of the region, in two sentences."""
    region, name = question.table.region, said(question.bundle.region().name)
    words = gettext(
        "In %(name)s, %(below)s of %(addresses)s addresses lack %(goal)s. That is %(share)s of "
        "those we know about."
    )
    proof = partial(proof_of, question.bundle, area=region.code)
    told = {
        "name": name,
        "below": counted(region.below, proof(BELOW)),
        "addresses": counted(region.addresses, proof(ADDRESSES)),
        "goal": question.goal,
        "share": shared(region, proof(SHARE_BELOW)),
    }
    return sentence(words, told)


def region_key_figures(question: Question) -> tuple[KeyFigure, ...]:
    """The four figures of the front page."""
    bundle, region = question.bundle, question.table.region
    spots = len(bundle.white_spots(question.threshold).spots)
    without = gettext("addresses without %(goal)s") % {"goal": question.goal}
    below_then, above_then = _then(question)
    proof = partial(proof_of, bundle, area=region.code)
    return (
        KeyFigure(counted(region.below).words, without, below_then, "need", proof(BELOW)),
        KeyFigure(
            above(region),
            gettext("of the known addresses have it"),
            above_then,
            "good",
            proof(SHARE_ABOVE),
        ),
        *lesser_figures(spots, region.unknown, proof),
    )


def _then(question: Question) -> tuple[Sentence, Sentence]:
    """What the first two figures were, or of which day they are where there is none before."""
    bundle, before = question.bundle, question.bundle.label.as_of_then
    if not bundle.has_then or before is None:
        now = plainly(day(bundle.label.as_of))
        return now, now
    then, words = bundle.need(question.threshold, THEN).region, gettext("%(number)s on %(day)s")
    proof = partial(proof_of, bundle, area=then.code, when=THEN)
    below, share = (
        sentence(words, {"number": told, "day": day(before)})
        for told in (counted(then.below, proof(BELOW)), Cell(above(then), proof=proof(SHARE_ABOVE)))
    )
    return below, share


def _at(bundle: Bundle, threshold: Threshold) -> AtSpeed:
    then = bundle.need(threshold, THEN).region if bundle.has_then else None
    return AtSpeed(threshold, bundle.need(threshold).region, then)
