"""Gather a dialogue, as one reader sees it, into the document for machines and onto paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from taskforce.web.dialogue import document
from taskforce.web.dialogue.models import Agreement, Dialogue, Step
from taskforce.web.dialogue.queries.access import parties_of, said_as
from taskforce.web.dialogue.queries.obstacles import clause
from taskforce.web.dialogue.queries.page import Told, said_in
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.people.caller import Caller

Section = dict[str, Any]


def dialogue_document(caller: Caller, dialogue: Dialogue, *, on: date) -> document.DialogueDocument:
    """The dialogue with the messages that the caller may read."""
    place = dialogue.municipality
    return document.DialogueDocument(
        format="digital-taskforce/dialogue/1",
        number=dialogue.number,
        kind=dialogue.kind,
        title=dialogue.title,
        municipality_code=place.code if place else None,
        municipality=place.name if place else None,
        opened_at=dialogue.opened_at,
        opened_for=_opener(dialogue),
        closed_at=dialogue.closed_at,
        obstacle=dialogue.obstacle,
        rule=dialogue.rule,
        parties=[one.name for one in parties_of(dialogue)],
        messages=[_said(one) for one in said_in(caller, dialogue)],
        agreements=[_agreed(one) for one in dialogue.agreements.select_related("owner")],
        read_for=said_as(caller, dialogue),
        exported_on=on,
    )


def paper_of(caller: Caller, dialogue: Dialogue, *, on: date) -> dict[str, Any]:
    """What the paper says: the same messages as on the reader's page."""
    state = gettext("Open") if dialogue.is_open else gettext("Closed")
    sections = [_about(dialogue), _agreements(dialogue), _messages(caller, dialogue)]
    heading = gettext("As %(side)s reads it") % {"side": said_as(caller, dialogue)}
    return {
        "language": get_language() or "da",
        "title": str(dialogue),
        "lead": f"{dialogue.get_kind_display()} {dialogue.number} · {dialogue.where}",
        "state": state,
        "house": "Digital Taskforce",
        "note_heading": heading,
        "note": gettext("Other parties may have written to each other without this side."),
        "foot": gettext("Digital Taskforce, %(day)s") % {"day": day(on)},
        "page": gettext("Page"),
        "of": gettext("of"),
        "sections": [one for one in sections if one["rows"]],
    }


def _opener(dialogue: Dialogue) -> str:
    return dialogue.opened_for.name if dialogue.opened_for else gettext("The taskforce")


def _said(told: Told) -> document.Said:
    one = told.message
    return document.Said(
        at=one.written_at,
        side=one.said_by,
        audience=one.audience,
        readers=[reader.organisation.name for reader in one.readers.all()],
        step=one.step,
        by_mail=one.by_mail,
        text=one.text,
        files=[file.name for file in told.files],
    )


def _agreed(one: Agreement) -> document.Agreed:
    return document.Agreed(what=one.what, owner=one.whose, due=one.due, done_on=one.done_on)


def _about(dialogue: Dialogue) -> Section:
    known = clause(dialogue.rule)
    rows = [
        [gettext("Opened by"), f"{_opener(dialogue)}, {day(localtime(dialogue.opened_at))}"],
        [gettext("Parties"), ", ".join(one.name for one in parties_of(dialogue))],
        [gettext("What stops the operator"), str(dialogue.get_obstacle_display() or "")],
        [gettext("Clause"), f"{known.rule} {known.title}".strip() if known else ""],
    ]
    heading = gettext("The dialogue")
    return {"heading": heading, "rows": [row for row in rows if row[1]], "text": []}


def _agreements(dialogue: Dialogue) -> Section:
    rows = [[one.what, _how_far(one)] for one in dialogue.agreements.select_related("owner")]
    return {"heading": gettext("Agreements"), "rows": rows, "text": []}


def _how_far(one: Agreement) -> str:
    told = {"who": one.whose, "due": day(one.due), "done": day(one.done_on) if one.done_on else ""}
    if one.done_on:
        return gettext("%(who)s, by %(due)s; done on %(done)s") % told
    return gettext("%(who)s, by %(due)s") % told


def _messages(caller: Caller, dialogue: Dialogue) -> Section:
    rows = [[_head(one), _text(one)] for one in said_in(caller, dialogue)]
    return {"heading": gettext("Messages"), "rows": rows, "text": []}


def _head(told: Told) -> str:
    one = told.message
    names = [one.said_by, day(localtime(one.written_at))]
    if told.readers:
        names.append(gettext("Read by %(names)s") % {"names": told.readers})
    return "\n".join(names)


def _text(told: Told) -> str:
    one = told.message
    step = "" if one.step == Step.NONE else f"{one.get_step_display()}."
    files = ", ".join(file.name for file in told.files)
    kept = f"{gettext('Files')}: {files}" if files else ""
    return "\n".join(filter(None, (step, one.text, kept)))
