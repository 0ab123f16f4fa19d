"""Why a row of a plan is not taken in, in words, and what its sender can do about it."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class Fault(StrEnum):
    """What is wrong with a row; the value is a code that stays the same."""

    BROKEN = "wrong number of cells"
    NO_PLACE = "no place"
    NO_TECHNOLOGY = "no technology"
    NO_SPEED = "no speed"
    NO_DAY = "no date"
    NO_SURENESS = "no certainty"
    NO_SUCH_ADDRESS = "address not in the mapping"
    NO_SUCH_POSTCODE = "postcode not in the mapping"
    NO_ADDRESS_WITHIN = "no address in the area"
    NO_AREA = "shape is no area"
    OUTSIDE = "area outside Denmark"
    DUPLICATE = "promised above"

    @property
    def sentence(self) -> Text:
        """What is wrong, as a sentence."""
        return _WORDS[self][0]

    @property
    def remedy(self) -> Text:
        """What the sender of the plan can do."""
        return _WORDS[self][1]


_WORDS = {
    Fault.BROKEN: (
        Text("Rækken har for mange eller for få celler.", "The row has too many or too few cells."),
        Text(
            "Se efter et ekstra skilletegn eller et anførselstegn, der mangler.",
            "Look for a stray separator or a quotation mark left open.",
        ),
    ),
    Fault.NO_PLACE: (
        Text("Rækken nævner intet sted.", "The row names no place."),
        Text(
            "Skriv adresse-id, eller vej, husnummer og postnummer, eller kun postnummer.",
            "Write the address id, or road, house number and postcode, or a postcode alone.",
        ),
    ),
    Fault.NO_TECHNOLOGY: (
        Text("Teknologien er ikke kendt.", "The technology is not known."),
        Text(
            "Skriv fiber, kabel-tv, xDSL, fast trådløst eller mobil.",
            "Write fibre, cable TV, xDSL, fixed wireless or mobile.",
        ),
    ),
    Fault.NO_SPEED: (
        Text("Hastigheden er intet troligt tal.", "The speed is no believable number."),
        Text(
            "Skriv Mbit/s som tal, fx 1000, både for download og upload.",
            "Write Mbit/s as a number, for instance 1000, for download and upload.",
        ),
    ),
    Fault.NO_DAY: (
        Text("Datoen kan ikke læses.", "The date cannot be read."),
        Text(
            "Skriv fx 2027-06-30, 30-06-2027, 2. kvartal 2027 eller 2027.",
            "Write for instance 2027-06-30, 30-06-2027, Q2 2027 or 2027.",
        ),
    ),
    Fault.NO_SURENESS: (
        Text("Sikkerheden er ikke kendt.", "The certainty is not known."),
        Text("Skriv besluttet, planlagt eller overvejes.", "Write decided, planned or considered."),
    ),
    Fault.NO_SUCH_ADDRESS: (
        Text(
            "Adressen står ikke i regionens kortlægning.",
            "The address is not in the region's mapping.",
        ),
        Text(
            "Se efter stavemåde og postnummer, eller brug adresseregistrets id.",
            "Check spelling and postcode, or use the id of the address register.",
        ),
    ),
    Fault.NO_SUCH_POSTCODE: (
        Text(
            "Postnummeret har ingen adresser i regionens kortlægning.",
            "The postcode has no address in the region's mapping.",
        ),
        Text("Ret postnummeret, eller slet rækken.", "Mend the postcode, or remove the row."),
    ),
    Fault.NO_ADDRESS_WITHIN: (
        Text("Der ligger ingen adresser i fladen.", "No address lies in the area."),
        Text(
            "Se efter, om fladen ligger i regionen, og i hvilke koordinater den er tegnet.",
            "See whether the area lies in the region, and in which coordinates it is drawn.",
        ),
    ),
    Fault.NO_AREA: (
        Text("Formen er ingen flade.", "The shape is no area."),
        Text(
            "Tegn området som en polygon, eller angiv adresser.",
            "Draw the area as a polygon, or name addresses.",
        ),
    ),
    Fault.OUTSIDE: (
        Text("Fladen ligger uden for Danmark.", "The area lies outside Denmark."),
        Text(
            "Gem filen i EPSG:25832 eller EPSG:4326, og upload den igen.",
            "Save the file in EPSG:25832 or EPSG:4326, and upload it again.",
        ),
    ),
    Fault.DUPLICATE: (
        Text(
            "Alle rækkens adresser er lovet længere oppe med samme teknologi.",
            "All addresses of the row are promised above, with the same technology.",
        ),
        Text("Slet den ene af rækkerne.", "Remove one of the rows."),
    ),
}
