"""Why a measurement is not taken in, in words, and what its owner can do about it."""

from __future__ import annotations

from taskforce.sources import reasons as general

BROKEN, NO_NUMBER, SWAPPED = general.BROKEN, general.NO_NUMBER, general.SWAPPED

NO_PLACE = "no coordinates"
NOUGHT = "coordinates 0, 0"
OUTSIDE_WORLD = "coordinates outside the world"
OFF_GRID = "no place on the Danish grid"
NO_TIME = "no time"
NEVER = "a time that does not exist"
FUTURE = "time in the future"
TOO_EARLY = "time before mobile networks"
SHIFTED = "columns are shifted"
NO_TECHNOLOGY = "no technology"
UNKNOWN_TECHNOLOGY = "unknown technology"
NO_SIGNAL = "no signal"
OUT_OF_RANGE = "value out of range"

# A telephone that does not know its signal says so; that is no fault of the file.
NO_FAULT_OF_THE_FILE = frozenset({NO_SIGNAL})

ADVICE = {
    BROKEN: general.REMEDIES[BROKEN],
    NO_NUMBER: 'Name the decimal sign under [file] decimal, and words for "unknown" under nulls.',
    SWAPPED: "The first coordinate is the longitude, the second the latitude.",
    NO_PLACE: "Leave out what was measured without a position.",
    NOUGHT: "The telephone had no position; leave these rows out.",
    OUTSIDE_WORLD: "Look at the coordinates and at the CRS of the profile.",
    OFF_GRID: "Look at the coordinates and at the CRS of the profile.",
    NO_TIME: "Look at [time] form in the profile.",
    NEVER: "The clock is put forward over this hour; name the zone with --timezone.",
    FUTURE: "Look at the zone, and at the unit of the time (epoch_s or epoch_ms).",
    TOO_EARLY: "Look at the unit of the time (epoch_s or epoch_ms).",
    SHIFTED: "Give the log as the telephone wrote it.",
    NO_TECHNOLOGY: "Without it a level can be RSRP, RSCP or RxLev.",
    UNKNOWN_TECHNOLOGY: "Add the word to [generations] of a mapping profile.",
    NO_SIGNAL: "A row needs a level, a quality or a signal over noise.",
    OUT_OF_RANGE: "Look at the unit, and at the telephone's sign for unknown values.",
}
