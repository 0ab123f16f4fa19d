"""Gather a question and its thread into the document for machines."""

from __future__ import annotations

from datetime import date

from taskforce.web.sparring import document
from taskforce.web.sparring.models import Question
from taskforce.web.sparring.queries.page import Told, about, told_in
from taskforce.web.sparring.queries.sharing import proposal_of


def question_document(question: Question, *, on: date) -> document.QuestionDocument:
    """The question as both sides read it."""
    thing, proposal = about(question), proposal_of(question)
    return document.QuestionDocument(
        format="digital-taskforce/question/1",
        number=question.number,
        municipality_code=question.municipality.code,
        municipality=question.municipality.name,
        topic=question.topic,
        subject=question.subject,
        about=thing.name if thing else None,
        state=question.state,
        asked_at=question.asked_at,
        wished_by=question.wished_by,
        due_on=question.due_on,
        first_answered_at=question.first_answered_at,
        answered_at=question.answered_at,
        closed_at=question.closed_at,
        effect=question.effect,
        consent=proposal.consent if proposal else None,
        forgotten_on=question.forgotten_on,
        messages=[_said(one) for one in told_in(question)],
        exported_on=on,
    )


def _said(told: Told) -> document.Said:
    one = told.message
    return document.Said(
        at=one.written_at,
        side=one.said_by,
        step=one.step,
        text=one.text,
        files=[file.name for file in told.files],
    )
