"""Take in a report: once, however often it is sent, and with no more than was said."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import VISITOR
from taskforce.web.frame.journal.writing import add
from taskforce.web.gaps.actions.files import stripped_file, unlink
from taskforce.web.gaps.models import Gap, Neighbour
from taskforce.web.gaps.queries.deadlines import due_after
from taskforce.web.gaps.queries.map_word import map_word
from taskforce.web.gaps.queries.receipt import sent_before
from taskforce.web.gaps.queries.whereabouts import Where
from taskforce.web.people.models import Organisation

_KEY_OCTETS = 16


def new_key() -> str:
    """A key that nobody can guess: for a receipt, or to know a form again."""
    return secrets.token_hex(_KEY_OCTETS)


def report(
    said: Mapping[str, Any], where: Where, *, sent_key: str, photo: File[bytes] | None = None
) -> tuple[Gap, bool]:
    """Keep a report; returns it, and whether it is new.

    The key belongs to the form that was filled in: a second click, or a new try after a lost
    connection, finds the report that is there already.

    Raises
    ------
    ValidationError
        Something in it does not hold, or the photo is none.
    """
    known = sent_before(sent_key)
    if known is not None:
        return known, False
    content = stripped_file(photo) if photo else ""
    try:
        return _kept({**said, "photo": content}, where, sent_key)
    except (IntegrityError, ValidationError):
        # Another request with the same key was a moment faster.
        known = sent_before(sent_key)
        if known is None:
            raise
        return known, False


@transaction.atomic
def _kept(said: Mapping[str, Any], where: Where, sent_key: str) -> tuple[Gap, bool]:
    first = sent_before(sent_key)
    if first is not None:
        return first, False
    gap = _gap(said, where, sent_key)
    with ExitStack() as undo:
        undo.callback(unlink, gap)
        add(gap, by=VISITOR)
        for code in where.codes[1:]:
            add(Neighbour(gap=gap, municipality=_municipality(code)), by=VISITOR)
        undo.pop_all()
    return gap, True


def _gap(said: Mapping[str, Any], where: Where, sent_key: str) -> Gap:
    municipality, now = _municipality(where.codes[0]), timezone.now()
    word = map_word(where.address)
    return Gap(
        **said,
        municipality=municipality,
        label=where.label,
        address_id=where.address,
        longitude=where.longitude,
        latitude=where.latitude,
        cell=where.cell,
        map_standing=word.standing if word else "",
        map_as_of=word.as_of if word else None,
        email_given_at=now if said.get("email") else None,
        key=new_key(),
        sent_key=sent_key,
        received_at=now,
        due_on=due_after(municipality, localdate()),
    )


def _municipality(code: str) -> Organisation:
    return Organisation.objects.get(code=code)
