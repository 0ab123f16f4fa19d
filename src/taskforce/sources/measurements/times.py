"""Times of a measurement file: with a zone, without one, and the hours that a zone has twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.measurements.profile import EPOCH_MS, EPOCH_S, ISO
from taskforce.vocabulary.errors import WrongUse

DEFAULT_ZONE = "Europe/Copenhagen"

Flags = NDArray[np.bool_]
Instants = NDArray[np.datetime64]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PER_UNIT = {EPOCH_S: 1_000_000, EPOCH_MS: 1_000}


class Times(NamedTuple):
    """Instants in UTC (NaT where none), and how each of them was found.

    `wrong` is no time at all; `never` an hour that summer time skips; `twice` one that exists
    twice and is taken as the first, in summer time; `local` had no zone of its own.
    """

    utc: Instants
    wrong: Flags
    never: Flags
    twice: Flags
    local: Flags


class _Read(NamedTuple):
    microseconds: int | None = None
    wrong: bool = False
    never: bool = False
    twice: bool = False
    local: bool = False


_EMPTY, _WRONG = _Read(), _Read(wrong=True)


def zone_of(name: str) -> ZoneInfo:
    """Find a time zone by its name, "Europe/Copenhagen".

    Raises
    ------
    WrongUse
        There is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongUse(
            f'There is no time zone "{name}".', remedy="Write it like Europe/Copenhagen or UTC."
        ) from error


def times(texts: Sequence[str], *, form: str, zone: tzinfo, nulls: Collection[str] = ()) -> Times:
    """Read texts as instants.

    Parameters
    ----------
    texts
        The cells of a column.
    form
        "iso", "epoch_s", "epoch_ms", or a pattern of strptime.
    zone
        The zone of those times that carry none.
    nulls
        Texts that stand for an empty cell.
    """
    known = {text: _read(text.strip(), form, zone, nulls) for text in set(texts)}
    found = [known[text] for text in texts]
    moments = [np.iinfo(np.int64).min if one[0] is None else one[0] for one in found]
    flags = np.array([one[1:] for one in found], np.bool_).reshape(len(found), 4)
    # The smallest number is how numpy writes "no time".
    return Times(np.array(moments, np.int64).view("datetime64[us]"), *flags.T)


def _read(text: str, form: str, zone: tzinfo, nulls: Collection[str]) -> _Read:
    if not text or text in nulls:
        return _EMPTY
    try:
        if form in _PER_UNIT:
            return _Read(round(float(text) * _PER_UNIT[form]))
        moment = datetime.fromisoformat(text) if form == ISO else datetime.strptime(text, form)  # noqa: DTZ007 - a time without zone is given one below
        return _with_zone(moment) if moment.tzinfo else _in_zone(moment, zone)
    except (ValueError, OverflowError):
        return _WRONG


def _with_zone(moment: datetime) -> _Read:
    return _Read((moment - _EPOCH) // _MICROSECOND)


def _in_zone(moment: datetime, zone: tzinfo) -> _Read:
    hour = moment.replace(minute=moment.minute // 30 * 30, second=0, microsecond=0)
    first, never, twice = _offset(hour, zone)
    utc = (moment - first).replace(tzinfo=UTC)
    return _Read((utc - _EPOCH) // _MICROSECOND, never=never, twice=twice, local=True)


@lru_cache(maxsize=4096)
def _offset(moment: datetime, zone: tzinfo) -> tuple[timedelta, bool, bool]:
    """How far a zone is ahead of UTC in a half hour, and whether that comes never or twice."""
    first = moment.replace(tzinfo=zone).utcoffset() or timedelta()
    second = moment.replace(tzinfo=zone, fold=1).utcoffset() or timedelta()
    back = (moment - first).replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    return first, back != moment, first != second and back == moment
