"""Gather a case into the document for machines; parties and messages stay inside."""

from __future__ import annotations

from datetime import date

from taskforce.web.cases import document
from taskforce.web.cases.models import Case
from taskforce.web.cases.places.shape import length_m
from taskforce.web.cases.queries.clocks import clocks_of
from taskforce.web.cases.queries.complaints import (
    complaints_until,
    decision_of,
    how_to_complain,
)
from taskforce.web.notes.queries import files_of


def case_document(case: Case, *, on: date) -> document.CaseDocument:
    """The whole case but for personal data and the landlord's rent."""
    return document.CaseDocument(
        format="digital-taskforce/case/1",
        number=case.number,
        kind=case.kind,
        title=case.title,
        state=case.state,
        reference=case.reference,
        registered_at=case.registered_at,
        registered_for=case.registrar.name,
        applicant=case.applicant.name if case.applicant else None,
        landlord=case.landlord.name if case.landlord else None,
        place=_place(case),
        facts=case.facts,
        papers_enclosed=case.papers,
        attachments=[one.name for one in files_of(case)],
        checks=_checks(case),
        events=_events(case),
        clocks=_clocks(case, on),
        statements=_statements(case),
        conditions=_conditions(case),
        decision=_decision(case),
        exported_on=on,
    )


def _place(case: Case) -> document.Place:
    length = length_m(case.shape)
    return document.Place(
        municipality_code=case.municipality.code,
        municipality=case.municipality.name,
        whereabouts=case.whereabouts,
        geometry=case.shape,
        length_m=None if length is None else round(length, 1),
    )


def _checks(case: Case) -> list[document.Check]:
    return [
        document.Check(
            on=one.on,
            made_at=one.made_at,
            outcome=one.outcome,
            rulebook=one.rulebook,
            answer=one.answer,
        )
        for one in case.checks.all()
    ]


def _events(case: Case) -> list[document.Happened]:
    return [
        document.Happened(kind=one.kind, on=one.on, reason=one.reason) for one in case.events.all()
    ]


def _clocks(case: Case, on: date) -> list[document.RunningClock]:
    return [
        document.RunningClock(
            kind=one.key,
            rule=one.rule,
            start=one.start,
            due=one.due,
            ended=one.ended,
            state=one.state,
            percent_used=one.percent,
        )
        for one in clocks_of(case, on)
    ]


def _statements(case: Case) -> list[document.Asked]:
    return [
        document.Asked(
            asked_from=one.asked_from,
            about=one.about,
            asked_on=one.asked_on,
            due=one.due,
            received_on=one.received_on,
            answer=one.answer,
        )
        for one in case.statements.all()
    ]


def _conditions(case: Case) -> list[document.Condition]:
    return [
        document.Condition(library_key=one.library_key, da=one.text, en=one.text_en)
        for one in case.conditions.all()
    ]


def _decision(case: Case) -> document.Decided | None:
    given = decision_of(case)
    if given is None:
        return None
    return document.Decided(
        outcome=given.outcome,
        decided_on=given.decided_on,
        reasons=given.reasons,
        appeal_route=given.appeal_route,
        appeal_until=complaints_until(case),
        appeal_text=how_to_complain(case),
    )
