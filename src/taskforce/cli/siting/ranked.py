"""Hands a ranking over: to people as text, to machines as JSON, CSV or GeoJSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from math import ceil
from typing import Any

import click

from taskforce.cli.answers import number, share, write_csv, write_json, write_table
from taskforce.prediction.terrain import TerrainMode
from taskforce.report.codec import plain
from taskforce.report.ranking.ranking import Chosen, Input, Ranking, Stage

_SCENARIOS = 3
_LISTED = 10
_SITE = (
    *("name", "kind", "owner", "municipality", "easting_m", "northing_m", "longitude"),
    *("latitude", "antenna_m", "antenna_assumed"),
)
_WHY = (
    *("rank", "id", "newly_covered", "after", "alone", "only_here", "instead", "loss"),
    *("kept_share", "road_km"),
)
_NEEDS = {
    "reported": "without mobile coverage by the operators' reports (30/5 Mbit/s)",
    "predicted": "that no mast in use reaches, as predicted",
    "either": "without mobile coverage, as reported or as predicted",
    "fixed": "without a fixed line (100/30 Mbit/s)",
}


def show(ranking: Ranking, form: str) -> None:
    """Print a ranking.

    Parameters
    ----------
    ranking
        With at least one stage; the last is the choice that was asked for.
    form
        "text", "json", "csv" or "geojson".
    """
    if form == "json":
        write_json(as_object(ranking))
    elif form == "csv":
        write_csv(list(_records(ranking)), (*_WHY, *_SITE))
    elif form == "geojson":
        write_json(_as_collection(ranking))
    else:
        _write(ranking)


def as_object(ranking: Ranking) -> dict[str, Any]:
    """The ranking for machines: the answer first, then all that it rests on.

    Parameters
    ----------
    ranking
        To be told.

    Returns
    -------
    dict
        `chosen` lists ids in the order of the rollout; `gap` is a share, 0 to 1.
    """
    content = plain(ranking)
    for told, stage in zip(content["stages"], ranking.stages, strict=True):
        told.update(gap=stage.gap, proven=stage.proven)
    return {**_answer(ranking.stages[-1]), **content}


def _answer(stage: Stage) -> dict[str, Any]:
    roads = [one.road_km for one in stage.chosen if one.road_km is not None]
    return {
        "chosen": [one.id for one in stage.chosen],
        "value": stage.value,
        "bound": stage.bound,
        "gap": stage.gap,
        "proven": stage.proven,
        "checked": stage.checked,
        "road_km": sum(roads) if roads else None,
    }


def _records(ranking: Ranking) -> Iterator[dict[str, Any]]:
    for one in ranking.stages[-1].chosen:
        site = asdict(ranking.candidate(one.id))
        yield {
            **{name: site[name] for name in _SITE},
            **{name: getattr(one, name) for name in _WHY},
        }


def _as_collection(ranking: Ranking) -> dict[str, Any]:
    features = [
        {
            "type": "Feature",
            "id": record["id"],
            "geometry": {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]},
            "properties": record,
        }
        for record in _records(ranking)
    ]
    return {"type": "FeatureCollection", "features": features, **_answer(ranking.stages[-1])}


def _write(ranking: Ranking) -> None:
    stage = ranking.stages[-1]
    for line in _summary(ranking, stage):
        click.echo(line)
    if stage.chosen:
        _write_chosen(ranking, stage)
    if len(ranking.stages) > 1:
        rows = [_stage_row(ranking, one) for one in ranking.stages]
        write_table("How much each number of sites covers", _CURVE, rows)
    for line in _foot(ranking):
        click.echo(line)


def _write_chosen(ranking: Ranking, stage: Stage) -> None:
    rows = [_row(ranking, one) for one in stage.chosen]
    write_table("Which sites, in the order to build them", _REASONS, rows)
    click.echo(_LEGEND)
    click.echo("The best other site in its place, and what that would lose:")
    for one in stage.chosen:
        click.echo(f"  {one.id}: {one.instead or 'none may'}, {number(one.loss)}")
    click.echo()


_REASONS = ("Rank", "Id", "Name", "New", "Total", "Alone", "Only here", "Kept")
_CURVE = ("Sites", "Covered", "Share", "At most", "How sure")
_LEGEND = (
    "New: covered by no site above it. Only here: by no other chosen site. Kept: in how many of "
    "the scenarios -8, 0 and +8 dB the site is chosen."
)


def _row(ranking: Ranking, one: Chosen) -> tuple[str, ...]:
    kept = "" if one.kept_share is None else f"{round(one.kept_share * _SCENARIOS)}/{_SCENARIOS}"
    return (
        str(one.rank),
        one.id,
        ranking.candidate(one.id).name,
        *map(number, (one.newly_covered, one.after, one.alone, one.only_here)),
        kept,
    )


def _stage_row(ranking: Ranking, stage: Stage) -> tuple[str, ...]:
    lacking = ranking.demand.lacking
    part = stage.value / lacking if lacking else None
    return (str(stage.k), number(stage.value), share(part), number(stage.bound), _short(stage))


def _short(stage: Stage) -> str:
    if not stage.checked:
        return "not verified"
    return "proven best" if stage.proven else f"within {_up(stage.gap)}"


def _summary(ranking: Ranking, stage: Stage) -> Iterator[str]:
    demand, question = ranking.demand, ranking.question
    yield (
        f"{number(demand.lacking)} homes and firms {_NEEDS[question.need]}; "
        f"{number(demand.unknown)} more are unknown and not counted."
    )
    if demand.off_terrain:
        yield f"No place, or off the terrain: {number(demand.off_terrain)} of them."
    yield (
        f"{number(len(stage.chosen))} of the {number(len(ranking.candidates))} sites would newly "
        f"cover {number(stage.value)} of them; all together {number(demand.reachable)}."
    )
    yield _proof(stage)
    if len(stage.chosen) < question.k:
        yield f"Asked for at most {number(question.k)}: no further site may be chosen or adds any."


def _proof(stage: Stage) -> str:
    if not stage.checked:
        return "Not verified: value and bound could not be confirmed apart from the solver."
    if stage.proven:
        return "Proven: no choice of as many sites covers more. Verified apart from the solver."
    return (
        f"Within {_up(stage.gap)} of the best possible: no choice covers more than "
        f"{number(stage.bound)}. Verified apart from the solver."
    )


def _up(gap: float) -> str:
    # Rounded up: it shall never look closer than it is.
    return f"{ceil(gap * 1000) / 10:.1f} %"


def _foot(ranking: Ranking) -> Iterator[str]:
    question = ranking.question
    if ranking.left_out:
        yield f"Left out, {number(len(ranking.left_out))} of the listed sites:"
        for one in ranking.left_out[:_LISTED]:
            yield f"  {one.id} ({one.name}): {one.english}"
        if len(ranking.left_out) > _LISTED:
            yield "  and more: --format json lists them all."
    yield "Assumed:"
    for (label, unit), same in groupby(ranking.assumptions, lambda one: (one.english, one.unit)):
        yield f"  {label}: {', '.join(f'{one.value:g}' for one in same)} {unit}".rstrip()
    yield _on_roads(ranking)
    level_dbm = question.threshold_dbm + question.margin_db
    basis = "measured in the region" if ranking.calibrated else "typical, not measured here"
    yield (
        f"Covered: a predicted signal of at least {level_dbm:g} dBm outdoors in the best band "
        f"(ITU-R P.1812), {TerrainMode(ranking.terrain).label.en}. Spread of the prediction: "
        f"{ranking.spread_db:.1f} dB, {basis}."
    )
    demonstration = "Demonstration data. " if ranking.demonstration else ""
    sources = "; ".join(_source(one) for one in ranking.inputs)
    yield f"{demonstration}Ranking {ranking.id}. From: {sources}."


def _on_roads(ranking: Ranking) -> str:
    if all(one.kind != "roads" for one in ranking.inputs):
        return "Kilometres of road are not reckoned: there is no road layer on the shelf."
    told = [
        f"{one.id} {'not known' if one.road_km is None else f'{one.road_km:,.1f}'}"
        for one in ranking.stages[-1].chosen
    ]
    return (
        "Kilometres of road that a site covers and no site above it, not part of the choice (what "
        f"masts reach today is not taken off): {', '.join(told) or 'no site'}."
    )


def _source(one: Input) -> str:
    return f"{one.kind} {one.id} of {one.as_of} ({one.publisher}, {one.certainty})"
