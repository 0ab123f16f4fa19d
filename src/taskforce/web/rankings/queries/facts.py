"""What a ranking rests on: the question, the ground, how sure it is, and the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext

from taskforce.report.ranking.ranking import Input, Ranking
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.text import Text
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.rankings.queries.naming import Place
from taskforce.web.rankings.queries.told import ToldRanking, in_language

# Layers whose newer version makes a ranking old; the others change the figures less.
_WATCHED = ("sites", "masts")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what a ranking rests on."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class UsedData:
    """One thing that was read."""

    what: str
    publisher: str
    as_of: str


def facts(told: ToldRanking) -> list[Fact]:
    """What was asked and how it was calculated, line by line."""
    return [Fact(label, words) for label, words in _facts(told) if words]


def assumptions(ranking: Ranking) -> list[Fact]:
    """Every assumption of the calculation, with its value and unit; alike ones on one line."""
    alike: dict[tuple[Text, str], list[str]] = {}
    for one in ranking.assumptions:
        values = alike.setdefault((Text(one.danish, one.english), one.unit), [])
        values.append(_value(one.value))
    return [
        Fact(in_language(name), f"{', '.join(values)} {unit}".strip())
        for (name, unit), values in alike.items()
    ]


def used_data(ranking: Ranking) -> list[UsedData]:
    """What was read, in words."""
    return [UsedData(_kind(one), one.publisher, _day(one.as_of)) for one in ranking.inputs]


def newer_inputs(ranking: Ranking) -> list[str]:
    """The data that has been renewed since, in words."""
    shelf = Shelf(settings.SHELF)
    return [_kind(one) for one in ranking.inputs if one.kind in _WATCHED and _is_old(one, shelf)]


def _is_old(one: Input, shelf: Shelf) -> bool:
    newest = shelf.layer(one.kind)
    return newest is not None and newest.id != one.id


def _facts(told: ToldRanking) -> Iterator[tuple[str, str]]:
    question, ranking = told.ranking.question, told.ranking
    yield gettext("Area"), told.area
    yield gettext("Lacking coverage"), str(told.need)
    limit = gettext("%(service)s: a signal of at least %(dbm)s dBm outdoors")
    service = in_language(question.service.label)
    wanted = question.threshold_dbm + question.margin_db
    yield gettext("Covered by a site"), limit % {"service": service, "dbm": _signed(wanted)}
    yield gettext("Terrain"), capfirst(in_language(told.terrain))
    yield gettext("Uncertainty"), _spread(ranking)
    yield gettext("Must be chosen"), _names(told.forced)
    yield gettext("Left out on purpose"), _names(told.forbidden)


def _spread(ranking: Ranking) -> str:
    measured = gettext("± %(db)s dB, measured in the region")
    usual = gettext("± %(db)s dB, what is usual for such calculations")
    words = measured if ranking.calibrated else usual
    return words % {"db": number(ranking.spread_db, 1)}


def _value(value: float) -> str:
    decimals = 0 if float(value).is_integer() else 1 if abs(value) >= 1 else 2
    return f"−{number(-value, decimals)}" if value < 0 else number(value, decimals)


def _signed(value: float) -> str:
    return f"−{number(-value)}" if value < 0 else number(value)


def _names(places: tuple[Place, ...]) -> str:
    return ", ".join(one.name for one in places)


def _kind(one: Input) -> str:
    words = {
        "coverage": gettext("Reported coverage"),
        "addresses": gettext("Addresses"),
        "sites": gettext("Public sites"),
        "masts": gettext("Masts"),
        "terrain": gettext("Terrain"),
        "measurements": gettext("Measurements"),
        "roads": gettext("Roads"),
        "boundaries": gettext("Boundaries"),
    }
    return words.get(one.kind, one.kind)


def _day(as_of: str) -> str:
    try:
        return day(date.fromisoformat(as_of))
    except ValueError:
        return as_of
