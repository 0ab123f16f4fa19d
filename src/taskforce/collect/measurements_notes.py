"""What a reader should know of how measurements were read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from taskforce.collect.judgement import described
from taskforce.sources.measurements import reasons
from taskforce.sources.measurements.reading import Reading
from taskforce.vocabulary.errors import Refused

# Telephones write nonsense now and then; above this share of it, the file is read wrongly.
LARGEST_REJECTED_SHARE = 0.10

_SHOWN = 5


def by_reason(readings: Sequence[Reading]) -> dict[str, int]:
    """How many rows were rejected for which reason, the commonest first."""
    found: dict[str, int] = {}
    for one in (one for reading in readings for one in reading.rejected):
        found[one.reason] = found.get(one.reason, 0) + 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def examples(readings: Sequence[Reading]) -> tuple[dict[str, Any], ...]:
    """The first rejected rows, for showing."""
    rejected = (one for reading in readings for one in reading.rejected)
    return tuple(described(one) for one in islice(rejected, _SHOWN))


def refuse_too_many(readings: Sequence[Reading], *, allow_rejected: bool) -> None:
    """Refuse a file of which nothing, or too little, can be taken in.

    Rows without a signal do not count against the file: a telephone may not know its signal.

    Raises
    ------
    Refused
        No row at all is left, or more than a tenth of the rows is wrong; says why.
    """
    for reading in readings:
        wrong = [one for one in reading.rejected if one.reason not in reasons.NO_FAULT_OF_THE_FILE]
        share = len(wrong) / reading.rows
        if reading.accepted and (allow_rejected or share <= LARGEST_REJECTED_SHARE):
            continue
        counts = by_reason([reading])
        first = wrong[0] if wrong else reading.rejected[0]
        told = "; ".join(f"{reason} {count:,}" for reason, count in islice(counts.items(), _SHOWN))
        raise Refused(
            f"{len(reading.rejected):,} of {reading.rows:,} rows would be rejected "
            f"(at most {LARGEST_REJECTED_SHARE:.0%} may be wrong). Reasons: {told}; "
            f'for instance "{first.value or ""}" here.',
            remedy=f"{reasons.ADVICE.get(first.reason, '')} --dry-run shows how the file is read"
            + (", --allow-rejected takes in the rest all the same." if reading.accepted else "."),
            file=first.file,
            row=first.line,
            column=first.column,
        )


def notes_on(readings: Sequence[Reading], kept: Sequence[int], *, dry_run: bool) -> tuple[str, ...]:
    """Everything worth knowing, in sentences."""
    return tuple(
        note
        for reading, left in zip(readings, kept, strict=True)
        for note in _of_one(reading, left, dry_run=dry_run)
    )


def _of_one(reading: Reading, kept: int, *, dry_run: bool) -> Iterator[str]:
    rejected = len(reading.rejected)
    yield (
        f"{reading.shown} ({reading.profile.title}): {reading.rows:,} rows = {kept:,} kept + "
        f"{reading.accepted - kept:,} thinned + {rejected:,} rejected."
    )
    if dry_run:
        yield from _on_the_mapping(reading)
    if reading.local:
        yield (
            f"{reading.local:,} of its times carry no zone and are read as {reading.zone} "
            "(--timezone names another)."
        )
        zoned = reading.accepted - reading.local
        if zoned:
            yield f"{zoned:,} carry a zone of their own, or no time: those are taken as they stand."
    if reading.twice:
        yield (
            f"{reading.twice:,} of its times lie in the hour that comes twice when summer time "
            "ends; they are taken as the first."
        )
    if reading.abroad:
        yield (
            f"{reading.abroad:,} of its places lie outside Denmark: longitude and latitude are "
            "exact, metres on the Danish grid are stretched there."
        )


def _on_the_mapping(reading: Reading) -> Iterator[str]:
    told = ", ".join(f"{fact} from {columns}" for fact, columns in reading.mapping)
    yield f"Read as: {told}."
    if reading.missing:
        yield f"Not in the file: {', '.join(reading.missing)}."
    if reading.unread:
        yield f"Not read: {', '.join(reading.unread)}."
