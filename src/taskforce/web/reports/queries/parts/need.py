"""The need on both days, at every speed: a chart, and the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import ADDRESSES, BELOW, SERVED, SHARE_BELOW
from taskforce.report.charts.canvas import NARROW, WIDE
from taskforce.report.charts.dumbbell import Pair, dumbbell
from taskforce.report.dossier.content import Cell, Chart, Section, Sentence, Table
from taskforce.report.dossier.sentences import plainly
from taskforce.report.figures import NOW, THEN, AreaFigures
from taskforce.vocabulary.speed import Threshold
from taskforce.web.frame.question import Question
from taskforce.web.frame.templatetags.components import share_in_words
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.wording import (
    counted,
    heads,
    named,
    said,
    shared,
    source_of,
)


@dataclass(frozen=True, slots=True)
class AtSpeed:
    """The need at one pair of speeds, on both days where there are two."""

    threshold: Threshold
    now: AreaFigures
    then: AreaFigures | None


def need_section(question: Question, name: str, speeds: Sequence[AtSpeed]) -> Section:
    """The need now and then, at every speed."""
    source = source_of(question.table.origin)
    return Section(
        identity="need",
        heading=gettext("The need, then and now"),
        paragraphs=(_meaning(question),),
        charts=tuple(filter(None, [_then_and_now(question.bundle, name, speeds, source)])),
        tables=(_speeds(question, speeds, source),),
    )


def lines_section(question: Question, now: AreaFigures) -> Section:
    """Who they are that lack it, and which lines lift the others."""
    source = source_of(question.table.origin)
    tables = [_technologies(question.bundle, now, source)]
    known = any(use.use.value != "unknown" and use.addresses.shown for use in now.uses)
    if known:
        tables.insert(0, _uses(question.bundle, now, source))
    unknown_use = gettext(
        "We do not know yet which addresses are homes, holiday homes or businesses: the building "
        "register has not been read."
    )
    return Section(
        identity="lines",
        heading=gettext("Who lacks it, and which lines deliver it"),
        tables=tuple(tables),
        notes=() if known else (unknown_use,),
    )


def _meaning(question: Question) -> Sentence:
    words = gettext(
        "Proper internet means at least %(download)s Mbit/s down and %(upload)s Mbit/s up on one "
        "fixed line. Addresses that no operator has told of are counted as unknown, never as "
        "without."
    )
    limit = question.threshold
    return plainly(words % {"download": limit.download_mbps, "upload": limit.upload_mbps})


def _then_and_now(
    bundle: Bundle, name: str, speeds: Sequence[AtSpeed], source: str
) -> Chart | None:
    pairs = [_pair(one) for one in speeds if one.then]
    then = bundle.label.as_of_then
    if not pairs or then is None:
        return None
    told = "; ".join(f"{pair.label}: {pair.said}" for pair in pairs)
    days = (day(then), day(bundle.label.as_of))
    title = gettext("%(name)s: share of addresses below each speed, then and now") % {"name": name}
    words = named("then-and-now", title, told)
    return Chart(
        identity="then-and-now",
        title=title,
        conclusion=told,
        svg=dumbbell(pairs, words, width=WIDE, days=days),
        narrow=dumbbell(pairs, words, width=NARROW, days=days),
        source=source,
        told_in="speeds",
    )


def _pair(at: AtSpeed) -> Pair:
    then = at.then.share_below if at.then else None
    told = f"{share_in_words(at.then)} → {share_in_words(at.now)}"
    return Pair(at.threshold.label, then, at.now.share_below, told)


def _speeds(question: Question, speeds: Sequence[AtSpeed], source: str) -> Table:
    label = question.bundle.label
    words = [gettext("Less than (Mbit/s down/up)"), day(label.as_of), gettext("Share")]
    if label.as_of_then:
        words += [day(label.as_of_then), gettext("Share then")]
    return Table(
        identity="speeds",
        title=gettext("Addresses below each speed"),
        columns=heads(*words, figures=len(words) - 1),
        rows=tuple(_speed(question, one, compares=label.as_of_then is not None) for one in speeds),
        source=source,
        note=gettext("Shares are of the addresses that we know about."),
    )


def _speed(question: Question, at: AtSpeed, *, compares: bool) -> tuple[Cell, ...]:
    label = at.threshold.label
    if at.threshold == question.threshold:
        label = f"{label} ({question.goal})"
    now = (Cell(label), *_pair_of_cells(question.bundle, at, NOW))
    return (*now, *_pair_of_cells(question.bundle, at, THEN)) if compares else now


def _pair_of_cells(bundle: Bundle, at: AtSpeed, when: str) -> tuple[Cell, Cell]:
    figures = at.now if when == NOW else at.then
    if figures is None:
        return counted(None), shared(None)
    below, share = (
        proof_of(bundle, kind, figures.code, at=at.threshold, when=when)
        for kind in (BELOW, SHARE_BELOW)
    )
    return counted(figures.below, below), shared(figures, share)


def _uses(bundle: Bundle, now: AreaFigures, source: str) -> Table:
    proof = partial(proof_of, bundle, area=now.code)
    return Table(
        identity="uses",
        title=gettext("Homes, holiday homes and businesses"),
        columns=heads(
            gettext("Use"), gettext("Addresses"), gettext("Without"), gettext("Share"), figures=3
        ),
        rows=tuple(
            (
                Cell(said(use.use.label)),
                counted(use.addresses, proof(ADDRESSES, part=use.use.value)),
                counted(use.below, proof(BELOW, part=use.use.value)),
                shared(use, proof(SHARE_BELOW, part=use.use.value)),
            )
            for use in now.uses
        ),
        source=source,
    )


def _technologies(bundle: Bundle, now: AreaFigures, source: str) -> Table:
    apart = gettext("(shown apart)")
    return Table(
        identity="technologies",
        title=gettext("What lifts addresses above the limit"),
        columns=heads(gettext("Line"), gettext("Addresses with enough"), figures=1),
        rows=tuple(
            (
                Cell(said(one.technology.label) + ("" if one.counts else f" {apart}")),
                counted(one.served, proof_of(bundle, f"{SERVED}-{one.technology.value}", now.code)),
            )
            for one in now.technologies
        ),
        source=source,
        note=gettext("One address can have several lines, so the numbers must not be added."),
    )
