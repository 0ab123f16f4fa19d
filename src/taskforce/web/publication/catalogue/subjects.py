"""What each set of open data is about, in words for a catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.disclosure import LIMIT
from taskforce.report.mobile.open_files import AREA_SUBJECT, CELL_SUBJECT
from taskforce.vocabulary.text import Text

# The last file describes all others, and is no set of data of its own.
NO_DATASET = "datapackage"


@dataclass(frozen=True, slots=True)
class Subject:
    """Words for a catalogue, and the services that answer about it.

    `collection` is that of the OGC API that draws it, if any.
    """

    description: Text
    collection: str = ""
    in_api: bool = True


_NEED = Text("Adresser uden ordentligt internet", "Addresses without proper internet")
SUBJECTS = {
    "need_municipalities": Subject(
        Text(
            f"{_NEED.da} i hver kommune, for tre tærskler, to dage og hver slags brug.",
            f"{_NEED.en} in each municipality, for three thresholds, two days and each use.",
        ),
        "municipalities",
    ),
    "need_postcodes": Subject(
        Text(
            f"{_NEED.da} i hvert postnummer, delt ved kommunegrænsen.",
            f"{_NEED.en} in each postcode, cut at the borders of the municipalities.",
        )
    ),
    "need_hexes": Subject(
        Text(
            f"{_NEED.da} i hver sekskant (H3) på kortet, delt ved kommunegrænsen.",
            f"{_NEED.en} in each hexagon (H3) of the map, cut at municipal borders.",
        ),
        "hexagons",
    ),
    "white_spots": Subject(
        Text(
            "Grupper af naboadresser, der alle ligger under en tærskel.",
            "Groups of neighbouring addresses that are all below a threshold.",
        ),
        "white-spots",
    ),
    "change": Subject(
        Text(
            "Hvor mange adresser der har fået og mistet ordentligt internet mellem to dage.",
            "How many addresses have gained and lost proper internet between two days.",
        )
    ),
    AREA_SUBJECT: Subject(
        Text(
            "Mobildækning i hver kommune: det, selskaberne oplyser, det målte og det beregnede, "
            "og hvor de tre siger hver sit.",
            "Mobile coverage in each municipality: as reported, as measured and as predicted, and "
            "where the three contradict each other.",
        ),
        in_api=False,
    ),
    CELL_SUBJECT: Subject(
        Text(
            "Mobildækning i hver sekskant (H3) på kortet, oplyst, målt og beregnet hver for sig.",
            "Mobile coverage in each hexagon (H3) of the map; reported, measured and predicted "
            "each apart.",
        ),
        "mobile-coverage",
        in_api=False,
    ),
}
LIMIT_SAID = Text(
    f"Ingen gruppe på færre end {LIMIT} adresser med behov vises; tomt er aldrig 0.",
    f"No group of fewer than {LIMIT} addresses in need is shown; empty is never 0.",
)
KEYWORDS = (
    *(("bredbånd", "da"), ("internet", "da"), ("hvide pletter", "da"), ("dækning", "da")),
    *(("broadband", "en"), ("white spots", "en"), ("coverage", "en")),
)
