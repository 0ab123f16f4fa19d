"""Why a row of the mast register is not taken in, in words, and what can be done about it."""

from __future__ import annotations

from taskforce.sources import reasons as general

BROKEN, NO_NUMBER, OUTSIDE = general.BROKEN, general.NO_NUMBER, general.OUTSIDE
SWAPPED = general.SWAPPED

NO_ANTENNA = "not an antenna"
NO_PLACE = "no coordinates"
PLANNED_WITHOUT_PLACE = "planned, without coordinates"
DISAGREE = "coordinates that disagree"
DUPLICATE = "duplicate antenna"

# The register hides the place of some plans, and a row that stands twice is not wrong.
NO_FAULT_OF_THE_FILE = frozenset({PLANNED_WITHOUT_PLACE, DUPLICATE})

ADVICE = {
    BROKEN: general.REMEDIES[BROKEN],
    NO_ANTENNA: "Give the register's own file: a list of antennas.",
    NO_NUMBER: "Coordinates are metres, or degrees with a decimal point.",
    SWAPPED: "Swapped: easting stands before northing, and longitude is the smaller one here.",
    OUTSIDE: "Coordinates are metres in EPSG:25832 or degrees in EPSG:4326; fetch them so.",
    NO_PLACE: "A mast needs its coordinates.",
    PLANNED_WITHOUT_PLACE: "The register does not tell where it will stand.",
    DISAGREE: "The metres and the degrees of the row lie far apart; one of them is wrong.",
    DUPLICATE: "It stands in the register once already.",
}
