"""All municipalities of the region beside each other, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import ADDRESSES, BELOW, CHANGE, DIFFERENCE, SHARE_BELOW
from taskforce.report.charts.canvas import NARROW, WIDE
from taskforce.report.charts.dumbbell import Pair, dumbbell
from taskforce.report.dossier.content import Cell, Chart, Section, Table
from taskforce.report.dossier.sentences import plainly
from taskforce.report.figures import THEN, AreaFigures
from taskforce.web.frame.question import Question
from taskforce.web.frame.templatetags.components import share_in_words
from taskforce.web.frame.templatetags.numbers import day, signed
from taskforce.web.municipalities.rows import Row, rows, sorted_rows
from taskforce.web.reports.queries.parts.maps import region_map
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.wording import (
    counted,
    heads,
    named,
    shared,
    source_of,
)


def municipalities_section(question: Question) -> Section:
    """A map, then and now as a chart, and the table of both."""
    found, bundle = sorted_rows(rows(question), "name"), question.bundle
    source = source_of(question.table.origin)
    spots = bundle.white_spots(question.threshold).spots
    charts = [region_map(bundle, question.table, spots), _then_and_now(bundle, found, source)]
    fair = gettext(
        "Municipalities stand in the order of the alphabet: where few addresses are left, a rank "
        "would say more about chance than about effort."
    )
    return Section(
        identity="municipalities",
        heading=gettext("The municipalities"),
        paragraphs=(plainly(fair),),
        charts=tuple(filter(None, charts)),
        tables=(_table(question, found, source),),
    )


def _then_and_now(bundle: Bundle, found: Sequence[Row], source: str) -> Chart | None:
    pairs = [_pair(row) for row in found if row.then]
    then = bundle.label.as_of_then
    if not pairs or then is None:
        return None
    days = (day(then), day(bundle.label.as_of))
    title = gettext("Share of addresses without proper internet, then and now")
    told = "; ".join(f"{pair.label}: {pair.said}" for pair in pairs)
    words = named("municipalities", title, told)
    wide, narrow = (dumbbell(pairs, words, width=width, days=days) for width in (WIDE, NARROW))
    return Chart("municipalities", title, told, wide, source, "municipalities", narrow=narrow)


def _pair(row: Row) -> Pair:
    then = row.then.share_below if row.then else None
    told = f"{share_in_words(row.then)} → {share_in_words(row.now)}"
    return Pair(row.area.name, then, row.now.share_below, told)


def _table(question: Question, found: Sequence[Row], source: str) -> Table:
    label = question.bundle.label
    words = [gettext("Municipality"), gettext("Addresses"), gettext("Without"), gettext("Share")]
    if label.as_of_then:
        then = gettext("Without on %(day)s") % {"day": day(label.as_of_then)}
        words += [then, gettext("Change")]
    region = question.table.region
    total = (Cell(gettext("The whole region")), *_numbers(question.bundle, region))
    whole = (*total, *_whole_change(question)) if label.as_of_then else total
    return Table(
        identity="municipalities",
        title=gettext("Addresses without proper internet in each municipality"),
        columns=heads(*words, figures=len(words) - 1),
        rows=(
            *(_row(question.bundle, one, compares=bool(label.as_of_then)) for one in found),
            whole,
        ),
        source=source,
        strong=(len(found),),
    )


def _row(bundle: Bundle, row: Row, *, compares: bool) -> tuple[Cell, ...]:
    now = (Cell(row.area.name), *_numbers(bundle, row.now))
    if not compares:
        return now
    code = row.area.code
    before = proof_of(bundle, BELOW, code, when=THEN) if row.then else ""
    then = counted(row.then.below if row.then else None, before)
    return (*now, then, _difference(row.difference, proof_of(bundle, DIFFERENCE, code)))


def _numbers(bundle: Bundle, figures: AreaFigures) -> tuple[Cell, ...]:
    proof = partial(proof_of, bundle, area=figures.code)
    return (
        counted(figures.addresses, proof(ADDRESSES)),
        counted(figures.below, proof(BELOW)),
        shared(figures, proof(SHARE_BELOW)),
    )


def _whole_change(question: Question) -> tuple[Cell, Cell]:
    change = question.change
    if change is None:
        return Cell("–"), Cell("–")
    then, now = change.region.below_then, change.region.below_now
    known = None if then.value is None or now.value is None else now.value - then.value
    proof = partial(proof_of, question.bundle, area=change.region.code)
    return counted(then, proof(f"{CHANGE}-below_then")), _difference(known, proof(DIFFERENCE))


def _difference(value: int | None, proof: str) -> Cell:
    return Cell("–") if value is None else Cell(signed(value), value, proof)
