"""Make up how far each municipality is with what it has promised."""

from __future__ import annotations

from datetime import date, timedelta

from taskforce.web.commitments.actions.commitments import (
    change_commitment,
    finish,
    report_progress,
)
from taskforce.web.commitments.actions.goals import add_goal
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.actions.plan import start_from_template
from taskforce.web.commitments.models import (
    Answer,
    Commitment,
    CommitmentKind,
    Goal,
    GoalKind,
    PlanGoal,
    Status,
)
from taskforce.web.commitments.queries.plan_templates import plan_templates
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.models import DutyKind, Organisation, Person
from taskforce.web.workspace.demonstration.story import Chapter

_EVIDENCE = {
    Status.CONTACTED: "Brev fra taskforcen",
    Status.INTERESTED: "Møde med direktionen",
    Status.DECISION_PENDING: "Sag på vej til udvalget",
    Status.PARTICIPATING: "Beslutning i byrådet",
    Status.PAUSED: "Kommunen har bedt om en pause",
}
_BEGUN = 2
_ANSWERS = {"0306": Answer.AS_THEY_ARE, "0320": Answer.WITH_CHANGES, "0376": Answer.AS_THEY_ARE}
_TARGET_BELOW, _BASELINE_ON, _TARGET_ON = 500, date(2023, 6, 30), date(2027, 12, 31)


def take_steps(chapter: Chapter, today: date, *, by: Actor) -> None:
    """Walk one municipality through its steps, and see to its promises."""
    place = Organisation.objects.get(code=chapter.code)
    for status, days_ago in chapter.steps:
        since = today - timedelta(days=days_ago)
        set_status(place, NewStatus(status, since, _EVIDENCE[status]), by=by)
    if chapter.coordinator:
        _keep_promises(chapter, place, today, by=by)
    if chapter.deputy:
        _work_on_plan(place, today, by=by)


def set_coverage_goal(*, by: Actor) -> None:
    """A goal that is measured from the snapshots rather than from the municipalities."""
    add_goal(
        {
            "kind": GoalKind.COVERAGE,
            "title_da": "Højst 500 adresser uden 100/30 Mbit/s i regionen",
            "title_en": "At most 500 addresses without 100/30 Mbit/s in the region",
            "baseline_on": _BASELINE_ON,
            "target": _TARGET_BELOW,
            "target_on": _TARGET_ON,
            "threshold": "100/30",
        },
        by=by,
    )


def goals_are_set() -> bool:
    """Whether the story has been told already."""
    return Goal.objects.filter(kind=GoalKind.COVERAGE).exists()


def _keep_promises(chapter: Chapter, place: Organisation, today: date, *, by: Actor) -> None:
    promised = {one.kind: one for one in Commitment.objects.filter(municipality=place)}
    owner = Person.objects.get(organisation=place, duties__kind=DutyKind.COORDINATOR)
    for one in promised.values():
        change_commitment(one, {"owner": owner, "owner_role": "Tovholder"}, by=by)
    if CommitmentKind.COORDINATOR in promised:
        joined = today - timedelta(days=chapter.steps[-1][1])
        finish(promised[CommitmentKind.COORDINATOR], done_on=joined, by=by)
    if CommitmentKind.RESOURCES in promised and chapter.deputy:
        agreed = {"hours_a_month": 20, "team": "Tovholder, vej, plan og ejendomme"}
        change_commitment(promised[CommitmentKind.RESOURCES], agreed, by=by)
        finish(promised[CommitmentKind.RESOURCES], done_on=today - timedelta(days=30), by=by)
    if CommitmentKind.GUIDELINES in promised and chapter.deputy:
        _answer_guidelines(chapter, promised[CommitmentKind.GUIDELINES], today, by=by)


def _answer_guidelines(chapter: Chapter, asked: Commitment, today: date, *, by: Actor) -> None:
    answer = _ANSWERS.get(chapter.code)
    if answer is None:
        report_progress(asked, 40, by=by)
        return
    decided = today - timedelta(days=50)
    change_commitment(asked, {"answer": answer, "decision_date": decided}, by=by)
    finish(asked, done_on=decided, by=by)


def _work_on_plan(place: Organisation, today: date, *, by: Actor) -> None:
    begun = today - timedelta(days=80)
    goal: PlanGoal = start_from_template(place, plan_templates()[0], on=begun, language="da", by=by)
    actions = list(goal.actions.order_by("due"))
    for action in actions:
        change_commitment(action, {"owner_role": "Tovholder"}, by=by)
    for action in actions[:_BEGUN]:
        finish(action, done_on=today - timedelta(days=40), by=by)
    report_progress(actions[_BEGUN], 50, by=by)
