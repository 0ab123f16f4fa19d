"""Sentences on a delivery: what its reader should know, and how its columns were understood."""

from __future__ import annotations

from taskforce.collect import identity
from taskforce.collect.identity import AsOf
from taskforce.collect.judgement import Tally
from taskforce.sources.staging import Staged
from taskforce.vocabulary.technology import Technology

_BASES = {
    identity.FILE_NAME: "The as-of date is read from the name of the file.",
    identity.FILE_MODIFIED: "The as-of date is the day the file was last changed.",
}


def notes_on(staged: Staged, counted: Tally, *, day: AsOf, allowed: bool) -> tuple[str, ...]:
    """What a reader of the snapshot should know."""
    notes = []
    if staged.absent:
        notes.append(f"The delivery has no columns for {_listed(staged.absent)}: unknown.")
    if staged.unread:
        notes.append(f"Columns that were not read: {', '.join(staged.unread)}.")
    if allowed and counted.too_many:
        notes.append(f"{counted.rejected_share:.1%} of the rows were rejected; allowed by hand.")
    if day.basis in _BASES:
        notes.append(_BASES[day.basis])
    return tuple(notes)


def mapping_in_words(staged: Staged) -> tuple[str, ...]:
    """How the columns of the delivery are understood."""
    profile = staged.delivery.profile
    words = [f"Read as: {profile.title} ({profile.name})"]
    words += [
        f"{fact.replace('_', ' ')} <- {' + '.join(field.columns) or repr(field.constant)}"
        for fact, field in profile.fields.items()
    ]
    words += [
        f"{pair.technology.label.en.lower()} <- {pair.download} / {pair.upload or 'upload unknown'}"
        for pair in profile.pairs
        if pair.technology not in staged.absent
    ]
    if profile.long:
        words.append(f"offers <- {profile.long.download} / {profile.long.upload or 'unknown'}")
    words.append(f"Told about: {_listed(staged.technologies)}")
    if staged.absent:
        words.append(f"Not told about, so unknown: {_listed(staged.absent)}")
    return tuple(words)


def _listed(technologies: tuple[Technology, ...]) -> str:
    return ", ".join(one.label.en.lower() for one in technologies)
