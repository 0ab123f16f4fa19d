"""A ranking as a short paper for a municipal council: the choice, why, and how sure it is."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, ngettext

from taskforce.report.charts.canvas import WIDE
from taskforce.web.frame.templatetags.numbers import day, number, percent
from taskforce.web.rankings.pictures import conclusion, curve_of_width
from taskforce.web.rankings.queries.facts import assumptions, facts, used_data
from taskforce.web.rankings.queries.files import source_of
from taskforce.web.rankings.queries.told import LEVELS, ToldRanking, ToldSite, ToldStage


def paper_of(told: ToldRanking, stage: ToldStage) -> dict[str, Any]:
    """What the paper says, in the language of the page."""
    made = day(localtime(told.ranking.made_at).date())
    several = len(told.stages) > 1
    return {
        "language": get_language() or "da",
        "title": gettext("Where would a mast help most?"),
        "lead": f"{told.area} · {made}",
        "demonstration": gettext("Demonstration data.") if told.ranking.demonstration else "",
        "house": "Digital Taskforce",
        "foot": source_of(told),
        "page": gettext("Page"),
        "of": gettext("of"),
        "tone": "good" if stage.is_sure else "amber",
        "verdict": verdict(stage),
        "proof": f"{stage.proof}.",
        "told": _told(told, stage),
        "sites_heading": gettext("The chosen sites, in the order to build them"),
        "heads": [
            "",
            gettext("Site"),
            gettext("Newly covered"),
            gettext("Covered so far"),
            gettext("Only here"),
            gettext("Stays chosen"),
            *([gettext("Roads")] if stage.tells_roads else []),
        ],
        "rows": [_row(one, roads=stage.tells_roads) for one in stage.sites],
        "curve_heading": gettext("What each further site adds"),
        "curve": curve_of_width(told, stage.k, WIDE) if several else "",
        "conclusion": conclusion(told) if several else "",
        "meanings_heading": gettext("What the numbers mean"),
        "meanings": _meanings(roads=stage.tells_roads),
        "facts_heading": gettext("How it was calculated"),
        "facts": [[one.label, one.words] for one in facts(told)],
        "data_heading": gettext("The data"),
        "data": [[one.what, f"{one.publisher}, {one.as_of}"] for one in used_data(told.ranking)],
        "left_out": _left_out(told),
        "assumptions_heading": gettext("Every assumption"),
        "assumptions": [[one.label, one.words] for one in assumptions(told.ranking)],
    }


def verdict(stage: ToldStage) -> str:
    """What the choice gives, in one sentence."""
    words = ngettext(
        "%(k)s site would newly cover %(number)s homes and firms.",
        "%(k)s sites would newly cover %(number)s homes and firms.",
        len(stage.sites),
    )
    return words % {"k": len(stage.sites), "number": number(stage.stage.value)}


def _told(told: ToldRanking, stage: ToldStage) -> list[str]:
    demand = told.ranking.demand
    words = gettext("That is %(share)s of the %(number)s that lack coverage today.")
    lines = [words % {"share": percent(stage.share), "number": number(demand.lacking)}]
    if demand.unknown:
        apart = gettext(
            "For another %(number)s it is not known whether they have coverage. They are not "
            "counted here."
        )
        lines.append(apart % {"number": number(demand.unknown)})
    return lines


def _row(one: ToldSite, *, roads: bool) -> list[str]:
    place, why = one.place, one.why
    about = ", ".join(part for part in (place.kind, place.municipality) if part)
    levels = gettext("%(some)s of %(all)s levels") % {"some": one.levels, "all": LEVELS}
    return [
        str(why.rank),
        place.name if place.is_hidden else f"{place.name} ({about})",
        number(why.newly_covered),
        number(why.after),
        number(why.only_here),
        levels if one.levels is not None else "–",
        *([_km(why.road_km)] if roads else []),
    ]


def _km(value: float | None) -> str:
    return "–" if value is None else gettext("%(km)s km") % {"km": number(value, 1)}


def _meanings(*, roads: bool) -> list[list[str]]:
    """What the heads of the table stand for; whoever reads a paper cannot unfold them."""
    added = gettext("What the site adds to those above it in the table.")
    alone = gettext("What none of the other chosen sites covers.")
    stays = gettext(
        "The choice was made three times: with the signal as calculated, 8 dB weaker and 8 dB "
        "stronger."
    )
    road = gettext(
        "Kilometres of road that the site covers and no site above it does. Roads that masts "
        "reach today count too. The sites are not chosen by it."
    )
    return [
        [gettext("Newly covered"), added],
        [gettext("Only here"), alone],
        [gettext("Stays chosen"), stays],
        *([[gettext("Roads"), road]] if roads else []),
    ]


def _left_out(told: ToldRanking) -> str:
    count = len(told.left_out)
    if not count:
        return ""
    words = ngettext(
        "%(number)s site could not be reckoned with.",
        "%(number)s sites could not be reckoned with.",
        count,
    )
    return words % {"number": number(count)}
