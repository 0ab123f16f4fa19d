"""Hold the plans that wait for it against the newest mapping; never done while a page is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from taskforce.report.promises.kept import judged_lines
from taskforce.report.promises.ledger import judge
from taskforce.report.promises.tally import tally
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.plans.actions.areas import set_outcomes
from taskforce.web.plans.models import RolloutPlan
from taskforce.web.plans.queries.access import taken_in
from taskforce.web.plans.queries.ledger import given_by


@dataclass(frozen=True, slots=True)
class Compared:
    """How many plans were compared, and with the mapping of which day ("" where there is none)."""

    plans: int
    day: str


def compare_plans(*, by: Actor) -> Compared:
    """Compare each plan that is new, or older than the newest mapping."""
    snapshots = Shelf(settings.SHELF).snapshots()
    if not snapshots:
        return Compared(0, "")
    newest = snapshots[-1]
    waiting = RolloutPlan.objects.filter(taken_in()).filter(~Q(compared_with=newest.id))
    plans = list(waiting.select_related("operator"))
    for plan in plans:
        _compare(plan, snapshots, by=by)
    return Compared(len(plans), newest.manifest.as_of.isoformat())


def _compare(plan: RolloutPlan, snapshots: Sequence[Snapshot], *, by: Actor) -> None:
    # The engine is loaded where it is needed, and nowhere else on the web.
    from taskforce.report.promises.mappings import need_at, seen_in

    promises = given_by(plan)
    judged = judge(promises, seen_in(snapshots, promises))
    need = need_at(snapshots[-1], promises)
    told = {"below": need.below, "unknown": need.unknown}
    set_outcomes(
        plan,
        tally(judged, **told),
        judged_lines(judged, **told),
        compared=(need.snapshot, need.as_of),
        by=by,
    )
