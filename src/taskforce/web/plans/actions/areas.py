"""Keep the ledger of a plan and its counts by area, before and after it is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from functools import partial

from django.db import transaction

from taskforce.report.promises.kept import Line, told, write_lines
from taskforce.report.promises.tally import AreaTally
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.plans.actions.files import made, take_away
from taskforce.web.plans.models import PlanArea, RolloutPlan
from taskforce.web.plans.models.area import COUNTS
from taskforce.web.plans.queries.ledger import given_by

# An area of a municipality and a postcode, and what is counted there.
Area = tuple[str, str]
Facts = dict[str, int | None]


@transaction.atomic
def set_areas(plan: RolloutPlan, *, by: Actor) -> None:
    """Count what a plan promises now; it is compared with the mappings at the next occasion."""
    lines = [told(one) for one in given_by(plan)]
    counts = Counter(
        (line.promise.place.municipality, line.promise.place.postcode) for line in lines
    )
    nothing: Facts = dict.fromkeys(COUNTS)
    _write(plan, {area: {"promised": count, **nothing} for area, count in counts.items()}, by=by)
    keep_ledger(plan, lines, snapshot="", day=None, by=by)


@transaction.atomic
def set_outcomes(
    plan: RolloutPlan,
    areas: Iterable[AreaTally],
    lines: Iterable[Line],
    *,
    compared: tuple[str, date],
    by: Actor,
) -> None:
    """Write what became of a plan's promises, by the mapping that it was `compared` with."""
    _write(plan, {(one.municipality, one.postcode): _facts(one) for one in areas}, by=by)
    keep_ledger(plan, lines, snapshot=compared[0], day=compared[1], by=by)


def keep_ledger(
    plan: RolloutPlan, lines: Iterable[Line], *, snapshot: str, day: date | None, by: Actor
) -> None:
    """Replace the file with the ledger; the one before goes when the new one is sure."""
    before = plan.ledger.path if plan.ledger else None
    new = {"ledger": made(partial(write_lines, lines=lines)), "compared_with": snapshot}
    with ExitStack() as undo:
        undo.callback(lambda: take_away(plan.ledger.path))
        change(plan, new | {"compared_day": day}, by=by)
        undo.pop_all()
    if before:
        transaction.on_commit(lambda: take_away(before))


def _write(plan: RolloutPlan, wanted: dict[Area, Facts], *, by: Actor) -> None:
    known = {(one.municipality.code, one.postcode): one for one in _held(plan)}
    places = {
        one.code: one for one in Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    }
    for area in known.keys() - wanted.keys():
        remove(known[area], by=by)
    for (code, postcode), facts in sorted(wanted.items()):
        held = known.get((code, postcode))
        if held is not None:
            change(held, facts, by=by)
        elif code in places:
            add(PlanArea(plan=plan, municipality=places[code], postcode=postcode, **facts), by=by)


def _held(plan: RolloutPlan) -> Iterable[PlanArea]:
    return plan.areas.select_related("municipality", "plan__operator")


def _facts(one: AreaTally) -> Facts:
    counts = {outcome.value: count for outcome, count in one.outcomes.items()}
    need = {"below": one.below, "unknown_need": one.unknown_need}
    return {"promised": one.promises, **counts, **need}
