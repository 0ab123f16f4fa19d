"""Why a row is not taken in, in words, and what its owner can do about it."""

from __future__ import annotations

# Marks a row that is no data at all (blank, or not asked for); such rows are not counted.
PASSED_OVER = "-"
BLANK = "-blank"
NOT_KEPT = "-not kept"

BROKEN = "wrong number of cells"
NOT_TEXT = "unreadable text"
NO_ID = "no id"
DUPLICATE = "duplicate address"
NO_NUMBER = "no number"
NEGATIVE = "negative speed"
ABSURD = "absurd speed"
UNKNOWN_TECHNOLOGY = "unknown technology"
UNKNOWN_MUNICIPALITY = "unknown municipality"
SWAPPED = "swapped coordinates"
OUTSIDE = "coordinates outside Denmark"
NO_SPEED = "no speed"

REMEDIES = {
    BROKEN: "Look for a stray separator or quotation mark in the row.",
    NOT_TEXT: "Save the file again as UTF-8.",
    NO_ID: "Every row needs the id of its address.",
    DUPLICATE: "Remove one of the rows, or give the rows in separate files to merge them.",
    NO_NUMBER: 'Write 50 or 50,5 in the decimal sign of the file; "1.000" can be read in two ways.',
    NEGATIVE: "Leave the cell empty where nothing is offered.",
    ABSURD: "Speeds are in the unit of the layout, at most 100,000 Mbit/s; look at the unit.",
    UNKNOWN_TECHNOLOGY: "Add the value to [long.values] of a mapping profile.",
    UNKNOWN_MUNICIPALITY: "Spell the municipality as its register does.",
    SWAPPED: "The first coordinate is the easting, the second the northing.",
    OUTSIDE: "Look at the coordinates and at the CRS of the profile.",
    NO_SPEED: "Give a download speed, or leave the row out.",
}

# Separates reason, column and detail inside the one text that staging carries.
SEPARATOR = "\x1f"
