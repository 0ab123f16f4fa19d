"""Link the lines of the journal, and find the first one that has been tampered with."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from taskforce.web.frame.journal.models import Details, Entry, Seal

ERASED = "journal.details_erased"
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a walk along the chain found; `broken_at` is None when every line holds."""

    lines: int
    erased: int
    broken_at: int | None
    reason: str
    seal: str


def digest(salt: str, content: str) -> str:
    """The fingerprint of the details; the salt keeps short ones from being guessed."""
    return hashlib.sha256(f"{salt}\n{content}".encode()).hexdigest()


def link(entry: Entry) -> str:
    """The fingerprint of a line together with the one before it."""
    said = [
        entry.previous_hash,
        entry.number,
        entry.at.isoformat(),
        entry.account_id,
        entry.role_name,
        entry.what,
        entry.kind,
        entry.thing_id,
        entry.place,
        entry.details_digest,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def verify() -> Verdict:
    """Walk the whole chain, from the first line to the seal."""
    details = dict(Details.objects.values_list("entry_id", "content"))
    salts = dict(Details.objects.values_list("entry_id", "salt"))
    erased = _erased(details)
    previous, lines = "", 0
    for entry in Entry.objects.order_by("number").iterator(_BATCH):
        lines += 1
        reason = _fault(entry, lines, previous)
        if not reason and entry.number in details:
            told = digest(salts[entry.number], details[entry.number])
            reason = "" if told == entry.details_digest else "its details were changed"
        elif not reason and entry.number not in erased:
            reason = "its details are gone, and no line says that they were erased"
        if reason:
            return Verdict(lines, len(erased), entry.number, reason, previous)
        previous = entry.hash
    return _end(lines, len(erased), previous)


def _fault(entry: Entry, expected: int, previous: str) -> str:
    if entry.number != expected:
        return "a line before it is missing"
    if entry.previous_hash != previous:
        return "it does not follow the line before it"
    return "" if link(entry) == entry.hash else "the line was changed"


def _end(lines: int, erased: int, last: str) -> Verdict:
    seal = Seal.objects.first()
    whole = (seal.number, seal.hash) == (lines, last) if seal else lines == 0
    if whole:
        return Verdict(lines, erased, None, "", last)
    return Verdict(lines, erased, lines + 1, "the last lines are missing", last)


def _erased(details: dict[int, str]) -> frozenset[int]:
    """The lines whose details a later line says were erased."""
    said = Entry.objects.filter(what=ERASED).values_list("number", flat=True)
    return frozenset(
        number
        for entry in said
        if entry in details
        for number in json.loads(details[entry])["after"]["lines"]
    )
