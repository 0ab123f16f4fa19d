"""Why a row of a list of sites is not taken in, in words, and what its owner can do about it."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class Fault(StrEnum):
    """What is wrong with a row; the value is a code that stays the same."""

    BROKEN = "wrong number of cells"
    NO_NAME = "no name"
    NO_KIND = "no kind"
    NO_PLACE = "no coordinates"
    NO_NUMBER = "no number"
    SWAPPED = "swapped coordinates"
    DEGREES = "degrees in metre columns"
    METRES = "metres in degree columns"
    OTHER_ZONE = "another UTM zone"
    OUTSIDE = "outside Denmark"
    IN_THE_SEA = "outside every municipality"
    FEET = "feet for metres"
    NOT_POSITIVE = "height not above zero"
    BELOW_THE_SEA = "ground below the sea"
    NEGATIVE_RENT = "negative rent"
    DUPLICATE = "duplicate site"
    DUPLICATE_ID = "duplicate id"

    @property
    def sentence(self) -> Text:
        """What is wrong, as a sentence."""
        return _WORDS[self][0]

    @property
    def remedy(self) -> Text:
        """What the owner of the list can do."""
        return _WORDS[self][1]


_WORDS = {
    Fault.BROKEN: (
        Text("Rækken har for mange eller for få celler.", "The row has too many or too few cells."),
        Text(
            "Se efter et ekstra skilletegn eller et anførselstegn, der mangler.",
            "Look for a stray separator or a quotation mark left open.",
        ),
    ),
    Fault.NO_NAME: (
        Text("Stedet har intet navn.", "The site has no name."),
        Text("Skriv det navn, folk bruger om stedet.", "Write the name that people use."),
    ),
    Fault.NO_KIND: (
        Text("Der står ikke, hvad der er på stedet.", "It is not told what stands there."),
        Text(
            "Skriv fx vandtårn, silo, skole, bygning eller areal.",
            "Write for instance water tower, silo, school, building or land.",
        ),
    ),
    Fault.NO_PLACE: (
        Text("Stedet har ingen koordinater.", "The site has no coordinates."),
        Text(
            "Udfyld øst og nord i meter (EPSG:25832) eller længde- og breddegrad.",
            "Fill in easting and northing in metres (EPSG:25832), or longitude and latitude.",
        ),
    ),
    Fault.NO_NUMBER: (
        Text("Her skulle stå et tal.", "A number should stand here."),
        Text(
            "Skriv fx 34 eller 34,5, uden ord. 1.000 kan læses på to måder.",
            "Write for instance 34 or 34.5, without words. 1.000 can be read in two ways.",
        ),
    ),
    Fault.SWAPPED: (
        Text("Koordinaterne er byttet om.", "The coordinates are swapped."),
        Text(
            "Byt om på de to kolonner: øst er omkring 600000, nord omkring 6100000.",
            "Swap the columns: the easting is about 600000, the northing about 6100000.",
        ),
    ),
    Fault.DEGREES: (
        Text("Der står grader, hvor der skulle stå meter.", "Degrees stand in columns of metres."),
        Text(
            "Kald kolonnerne laengdegrad og breddegrad.",
            "Name the columns longitude and latitude.",
        ),
    ),
    Fault.METRES: (
        Text("Der står meter, hvor der skulle stå grader.", "Metres stand in columns of degrees."),
        Text("Kald kolonnerne oest og nord.", "Name the columns easting and northing."),
    ),
    Fault.OTHER_ZONE: (
        Text(
            "Koordinaterne ser ud til at være i UTM-zone 33 (EPSG:25833).",
            "The coordinates seem to be in UTM zone 33 (EPSG:25833).",
        ),
        Text(
            "Gem listen i zone 32 (EPSG:25832), eller angiv EPSG:25833, når du indlæser den.",
            "Save the list in zone 32 (EPSG:25832), or name EPSG:25833 when you read it.",
        ),
    ),
    Fault.OUTSIDE: (
        Text("Stedet ligger uden for Danmark.", "The site lies outside Denmark."),
        Text(
            "Se efter, om et ciffer mangler, og hvilket koordinatsystem der er brugt.",
            "See whether a digit is missing, and which coordinate system was used.",
        ),
    ),
    Fault.IN_THE_SEA: (
        Text(
            "Stedet ligger i havet eller uden for de kendte kommuner.",
            "The site lies in the sea, or outside the known municipalities.",
        ),
        Text("Find stedet på et kort, og ret koordinaterne.", "Find it on a map and mend them."),
    ),
    Fault.FEET: (
        Text(
            "Højden ser ud til at være i fod og ikke i meter.",
            "The height seems to be in feet, not in metres.",
        ),
        Text("Omregn til meter: 1 fod er 0,3048 m.", "Turn it into metres: 1 foot is 0.3048 m."),
    ),
    Fault.NOT_POSITIVE: (
        Text("Højden er nul eller negativ.", "The height is zero or negative."),
        Text(
            "Skriv højden over terræn i meter, eller lad cellen stå tom.",
            "Write the height over the ground in metres, or leave the cell empty.",
        ),
    ),
    Fault.BELOW_THE_SEA: (
        Text(
            "Terrænet ligger lavere end noget sted i Danmark.",
            "The ground lies lower than any place in Denmark.",
        ),
        Text(
            "Skriv terrænets højde over havet i meter, eller lad cellen stå tom.",
            "Write the height of the ground over the sea in metres, or leave the cell empty.",
        ),
    ),
    Fault.NEGATIVE_RENT: (
        Text("Lejen er negativ.", "The rent is negative."),
        Text(
            "Skriv lejen for et år i kroner, eller lad cellen stå tom.",
            "Write the rent for one year in kroner, or leave the cell empty.",
        ),
    ),
    Fault.DUPLICATE: (
        Text("Samme navn og sted står længere oppe.", "The same name and place stand above."),
        Text("Slet den ene af rækkerne.", "Remove one of the rows."),
    ),
    Fault.DUPLICATE_ID: (
        Text("Samme id står længere oppe ved et andet sted.", "Another site above has this id."),
        Text("Giv hvert sted sit eget id.", "Give each site an id of its own."),
    ),
}
