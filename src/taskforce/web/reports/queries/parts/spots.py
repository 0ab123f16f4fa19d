"""The white spots: how many, the largest, and what lies outside them."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import NEAREST, SCATTERED, SPOT, SPOTS
from taskforce.report.dossier.content import Cell, Section, Sentence, Table
from taskforce.report.dossier.sentences import sentence
from taskforce.report.figures import Area, WhiteSpotFigures, WhiteSpotTable
from taskforce.web.frame.question import Question
from taskforce.web.frame.templatetags.components import inside
from taskforce.web.frame.templatetags.numbers import distance, number
from taskforce.web.municipalities.rows import by_name
from taskforce.web.reports.queries.parts.maps import municipality_map
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.wording import counted, heads, said, source_of, whole

_MOST_SPOTS = 10


def spots_section(question: Question, area: Area) -> Section:
    """The white spots of one municipality, with its map."""
    table = question.bundle.white_spots(question.threshold)
    spots = table.in_municipality(area.code)
    source = source_of(table.origin)
    drawn = municipality_map(question.bundle, area, spots, source)
    proof = proof_of(question.bundle, SCATTERED, area.code)
    alone = sentence(
        gettext("Addresses without %(goal)s that lie alone or two together: %(number)s."),
        {"goal": question.goal, "number": counted(table.scattered_in(area.code), proof)},
    )
    return Section(
        identity="spots",
        heading=gettext("White spots"),
        paragraphs=(_lead(question, spots, area.code), alone),
        charts=(drawn,) if drawn else (),
        tables=(_largest(question.bundle, spots, source),)
        if spots
        else (_none(question.bundle, area, source),),
    )


def region_spots_section(question: Question) -> Section:
    """How many white spots each municipality has."""
    table = question.bundle.white_spots(question.threshold)
    return Section(
        identity="spots",
        heading=gettext("White spots"),
        paragraphs=(_lead(question, table.spots, question.bundle.region().code),),
        tables=(_by_municipality(question.bundle, table),),
    )


def _lead(question: Question, spots: tuple[WhiteSpotFigures, ...], code: str) -> Sentence:
    if not spots:
        words = gettext("There is no place where three or more neighbours all lack %(goal)s.")
        return sentence(words, {"goal": question.goal})
    words = ngettext(
        "There is %(number)s place where at least three neighbours all lack %(goal)s.",
        "There are %(number)s places where at least three neighbours all lack %(goal)s.",
        len(spots),
    )
    found = whole(len(spots), proof_of(question.bundle, SPOTS, code))
    return sentence(words, {"goal": question.goal, "number": found})


def _largest(bundle: Bundle, spots: tuple[WhiteSpotFigures, ...], source: str) -> Table:
    largest = spots[:_MOST_SPOTS]
    note = gettext("Here are the %(number)s largest.") % {"number": number(len(largest))}
    return Table(
        identity="white-spots",
        title=gettext("White spots"),
        columns=heads(
            gettext("White spot"),
            gettext("Offered there today"),
            gettext("Addresses"),
            gettext("To the nearest with enough"),
            figures=2,
        ),
        rows=tuple(_row(bundle, one) for one in largest),
        source=source,
        note=note if len(largest) < len(spots) else "",
    )


def _none(bundle: Bundle, area: Area, source: str) -> Table:
    """A map without spots has its table too: none."""
    return Table(
        identity="white-spots",
        title=gettext("White spots"),
        columns=heads(gettext("White spots"), gettext("How many"), figures=1),
        rows=((Cell(gettext("White spots")), whole(0, proof_of(bundle, SPOTS, area.code))),),
        source=source,
    )


def _row(bundle: Bundle, spot: WhiteSpotFigures) -> tuple[Cell, ...]:
    offered = ", ".join(inside(said(one.label)) for one in spot.offered_today)
    metres = spot.nearest_served_m
    code, _, name = spot.id.partition("-")
    return (
        Cell(spot.id),
        Cell(offered or gettext("nothing")),
        counted(spot.addresses, proof_of(bundle, SPOT, code, part=name)),
        Cell(
            distance(metres),
            None if metres is None else round(metres),
            proof_of(bundle, NEAREST, code, part=name),
        ),
    )


def _by_municipality(bundle: Bundle, table: WhiteSpotTable) -> Table:
    rows = tuple(
        (
            Cell(area.name),
            whole(len(table.in_municipality(area.code)), proof_of(bundle, SPOTS, area.code)),
            counted(table.scattered_in(area.code), proof_of(bundle, SCATTERED, area.code)),
        )
        for area in by_name(bundle.areas())
    )
    proof = proof_of(bundle, SPOTS, bundle.region().code)
    total = (Cell(gettext("All")), whole(len(table.spots), proof), Cell(""))
    return Table(
        identity="white-spots",
        title=gettext("White spots by municipality"),
        columns=heads(
            gettext("Municipality"),
            gettext("White spots"),
            gettext("Addresses alone or two together"),
            figures=2,
        ),
        rows=(*rows, total),
        source=source_of(table.origin),
        strong=(len(rows),),
    )
