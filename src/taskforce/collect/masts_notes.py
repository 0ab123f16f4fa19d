"""What a reader should know of how the mast register was read, and when too much of it is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from taskforce.collect.judgement import LARGEST_REJECTED_SHARE
from taskforce.collect.masts_grouping import Mast
from taskforce.sources.masts import reasons
from taskforce.sources.masts.reading import ALIKE, NEUTRAL, NO_BAND, NO_DAY, Reading
from taskforce.sources.rejected import Rejected
from taskforce.vocabulary.errors import Refused

_SHOWN = 5

_REMARKS = {
    NEUTRAL: (
        "{count:,} antennas have a permit that is neutral as to technology, and nothing tells "
        "what they send: kept, and not counted as mobile."
    ),
    NO_DAY: "{count:,} antennas have a day that cannot be read: kept, without it.",
    NO_BAND: "{count:,} antennas have a frequency that cannot be read: kept, without it.",
    ALIKE: (
        "{count:,} rows are like another row; the register names no operator and no number, so "
        "each is kept as an antenna of its own."
    ),
}


def by_reason(readings: Sequence[Reading]) -> dict[str, int]:
    """How many rows were rejected for which reason, the commonest first."""
    found = Counter(one.reason for reading in readings for one in reading.rejected)
    return dict(found.most_common())


def too_many_wrong(reading: Reading) -> bool:
    """Whether so much of a file is wrong that the file itself must be."""
    wrong = sum(one.reason not in reasons.NO_FAULT_OF_THE_FILE for one in reading.rejected)
    return wrong > LARGEST_REJECTED_SHARE * reading.rows


def refuse_wrong(readings: Sequence[Reading], *, allow_rejected: bool) -> None:
    """Refuse files of which too much, or everything, is wrong.

    Raises
    ------
    Refused
        More than the allowed share of a file's rows is wrong, or no antenna at all is left.
    """
    nothing = not any(reading.antennas for reading in readings)
    for reading in readings:
        if not reading.rejected or not (
            nothing or (too_many_wrong(reading) and not allow_rejected)
        ):
            continue
        first = _worst(reading)
        counts = islice(by_reason([reading]).items(), _SHOWN)
        listed = "; ".join(f"{reason} {count:,}" for reason, count in counts)
        more = f" ({first.detail})" if first.detail else ""
        raise Refused(
            f"{len(reading.rejected):,} of {reading.rows:,} rows would be rejected "
            f"(at most {LARGEST_REJECTED_SHARE:.0%} may be). Reasons: {listed}; "
            f'for instance "{first.value or ""}" here{more}.',
            remedy=f"{reasons.ADVICE.get(first.reason, '')} --dry-run shows what would be rejected"
            + (", --allow-rejected takes in the rest all the same." if not nothing else "."),
            file=first.file,
            row=first.line,
            column=first.column,
        )


def _worst(reading: Reading) -> Rejected:
    """An example of the commonest reason that is a fault."""
    wrong = [one for one in reading.rejected if one.reason not in reasons.NO_FAULT_OF_THE_FILE]
    commonest = Counter(one.reason for one in wrong).most_common(1)
    named = commonest[0][0] if commonest else reading.rejected[0].reason
    return next(one for one in reading.rejected if one.reason == named)


def notes_on(
    readings: Sequence[Reading], masts: Sequence[Mast], *, boundaries: bool
) -> tuple[str, ...]:
    """Everything worth knowing, in sentences."""
    return (*_on_masts(masts), *_on_rows(readings), *_on_places(masts, boundaries=boundaries))


def _on_masts(masts: Sequence[Mast]) -> Iterator[str]:
    planned = sum(one.planned for one in masts)
    antennas = [antenna for one in masts for antenna in one.antennas]
    mobile = sum(one.mobile for one in antennas)
    yield (
        f"{len(antennas):,} antennas on {len(masts):,} masts: {len(masts) - planned:,} standing, "
        f"{planned:,} planned."
    )
    yield (
        f"{mobile:,} antennas serve mobile telephones, on {sum(one.mobile for one in masts):,} "
        f"masts; {len(antennas) - mobile:,} others (GSM-R, DAB, television, FM, radio links, "
        "permits without a technology) are kept apart."
    )
    yield "The register tells no heights: predictions assume one, and say so."
    uncertain = sum(one.uncertainty_m is not None for one in masts)
    if uncertain:
        yield f"{uncertain:,} masts are told with a radius: their place is not exact."


def _on_rows(readings: Sequence[Reading]) -> Iterator[str]:
    remarks: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for reading in readings:
        remarks.update(reading.remarks)
        unknown.update(reading.unknown)
        if reading.promised is not None and reading.promised > reading.rows:
            yield (
                f"{reading.shown} holds {reading.rows:,} of the {reading.promised:,} rows that "
                "the server has: give the other pages too."
            )
    for remark, sentence in _REMARKS.items():
        if remarks[remark]:
            yield sentence.format(count=remarks[remark])
    if unknown:
        listed = ", ".join(f'"{word}" {count:,}' for word, count in unknown.most_common(_SHOWN))
        yield (
            f"{unknown.total():,} antennas have a technology that is not known ({listed}): kept, "
            "without a generation."
        )


def _on_places(masts: Sequence[Mast], *, boundaries: bool) -> Iterator[str]:
    if not boundaries:
        yield "There are no boundaries on the shelf: municipalities as the register tells them."
    disagree = sum(one.disagrees for one in masts)
    if disagree:
        yield f"{disagree:,} masts lie in another municipality than the register says."
    nowhere = sum(one.municipality is None for one in masts)
    if nowhere:
        yield f"{nowhere:,} masts are in no known municipality."
