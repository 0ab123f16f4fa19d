"""What a municipality has agreed to and made public, and how the operators answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext

from taskforce.report.dossier.content import Cell, Section, Table
from taskforce.report.dossier.sentences import sentence
from taskforce.report.figures import Area
from taskforce.web.commitments.queries.public import (
    PublicStanding,
    PublicStatus,
    public_standings,
)
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.guidelines.queries.standing import Standing, standing
from taskforce.web.municipalities.counted.count import REGION
from taskforce.web.municipalities.counted.registers import adopted_in
from taskforce.web.people.caller import NOBODY
from taskforce.web.plans.queries.publicly import public_plans_in
from taskforce.web.reports.queries.parts.proofs import proof_of_count
from taskforce.web.reports.queries.parts.wording import heads, whole
from taskforce.web.sites.queries.listing import Asked, on_offer
from taskforce.web.spots.models import SpotList
from taskforce.web.spots.queries.tally import Tally, tally_of

Row = tuple[Cell, Cell]


def agreed_section(area: Area, on: date) -> Section:
    """Participation, guidelines, plans, sites and answers of one municipality."""
    told = [
        _part(_standings(on).get(area.slug)),
        _clauses(standing(on), area.code),
        (
            Cell(gettext("Public roll-out plans")),
            whole(len(public_plans_in(area.code)), proof_of_count("plans", area.code)),
        ),
        (Cell(gettext("Public sites on offer for masts")), _sites(area.code)),
        *_answers(_tallies().get(area.name), area.code),
    ]
    table = Table(
        identity="agreed",
        title=gettext("What has been agreed and made public"),
        columns=heads(gettext("What"), gettext("Today")),
        rows=tuple(told),
        source=own_source(on),
    )
    return Section("agreed", gettext("What is being done"), tables=(table,))


def region_agreed_section(areas: list[Area], on: date) -> Section:
    """The same for all municipalities, one line each."""
    standings, rules, answers = _standings(on), standing(on), _tallies()
    part = [one for one in standings.values() if one.status is PublicStatus.PARTICIPATING]
    words = gettext("%(number)s of %(all)s municipalities take part in the taskforce.")
    table = Table(
        identity="agreed",
        title=gettext("What the municipalities have agreed and made public"),
        columns=heads(
            gettext("Municipality"),
            gettext("Participation"),
            gettext("Clauses adopted"),
            gettext("Sites on offer"),
            gettext("White spots answered"),
            figures=3,
        ),
        rows=tuple(
            (
                Cell(area.name),
                _part(standings.get(area.slug))[1],
                whole(adopted_in(area.code, rules), proof_of_count("clauses", area.code)),
                _sites(area.code),
                _answered(answers.get(area.name), area.code),
            )
            for area in areas
        ),
        source=own_source(on),
    )
    proof = proof_of_count("participants", REGION)
    told = {"number": whole(len(part), proof), "all": whole(len(standings), proof)}
    lead = sentence(words, told)
    return Section("agreed", gettext("What is being done"), paragraphs=(lead,), tables=(table,))


def own_source(on: date) -> str:
    """Where figures of the taskforce's own counting come from."""
    return gettext("Digital Taskforce, %(day)s; own count.") % {"day": day(on)}


def _standings(on: date) -> Mapping[str, PublicStanding]:
    return {one.slug: one for one in public_standings(on)}


def _part(held: PublicStanding | None) -> Row:
    label = Cell(gettext("Participation in the taskforce"))
    if held is None:
        return label, Cell(gettext("Not yet"))
    if held.since is None:
        return label, Cell(held.status.label)
    words = gettext("%(status)s since %(day)s")
    return label, Cell(words % {"status": held.status.label, "day": day(held.since)})


def _clauses(rules: Standing, code: str) -> Row:
    label = gettext("Clauses of the common guidelines adopted")
    adopted, every = adopted_in(code, rules), len(rules.clauses)
    if adopted is None:
        return Cell(label), Cell(gettext("unknown"))
    words = gettext("%(number)s of %(all)s") % {"number": number(adopted), "all": number(every)}
    if rules.version is not None:
        words = f"{words} ({rules.version.name})"
    return Cell(label), Cell(words, proof=proof_of_count("clauses", code))


def _sites(code: str) -> Cell:
    found = on_offer(NOBODY, Asked(municipality=code)).count()
    return whole(found, proof_of_count("sites", code))


def _tallies() -> Mapping[str, Tally]:
    newest = SpotList.objects.order_by("-pk").first()
    return {one.name: one for one in tally_of(newest)[1]} if newest else {}


def _answers(tally: Tally | None, code: str) -> list[Row]:
    if tally is None:
        return []
    return [
        (Cell(gettext("White spots that an operator has answered about")), _answered(tally, code))
    ]


def _answered(tally: Tally | None, code: str) -> Cell:
    if tally is None:
        return Cell("–")
    words = gettext("%(number)s of %(all)s")
    told = words % {"number": number(tally.answered), "all": number(tally.spots)}
    return Cell(told, proof=proof_of_count("answers", code))
