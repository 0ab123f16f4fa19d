"""What each column of a list of sites means, for those who fill it in."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.siting.site_list.columns import NAMES
from taskforce.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Described:
    """One column: its name in our own lists, what goes into it, an example, whether it must be."""

    name: str
    meaning: Text
    example: str
    needed: bool


_MEANINGS = {
    "name": (Text("Det navn, folk bruger om stedet", "The name that people use"), "Gl. vandtårn"),
    "kind": (
        Text(
            "Vandtårn, silo, kirke, skole, bygning, skorsten, mast, areal eller andet",
            "Water tower, silo, church, school, building, chimney, mast, land or other",
        ),
        "Vandtårn",
    ),
    "owner": (Text("Hvem der ejer stedet", "Who owns the site"), "Sorø Kommune"),
    "owner_kind": (
        Text("Kommune, region, stat eller anden", "Municipality, region, state or other"),
        "Kommune",
    ),
    "municipality": (
        Text(
            "Kode eller navn; findes ellers ud fra koordinaterne",
            "Code or name; otherwise found by the coordinates",
        ),
        "0340",
    ),
    "x": (
        Text(
            "Øst i meter, UTM zone 32 (EPSG:25832)", "Easting in metres, UTM zone 32 (EPSG:25832)"
        ),
        "655000",
    ),
    "y": (
        Text(
            "Nord i meter, UTM zone 32 (EPSG:25832)", "Northing in metres, UTM zone 32 (EPSG:25832)"
        ),
        "6145000",
    ),
    "longitude": (
        Text("Længdegrad, hvis øst og nord ikke er udfyldt", "Longitude, in place of easting"),
        "",
    ),
    "latitude": (
        Text("Breddegrad, hvis øst og nord ikke er udfyldt", "Latitude, in place of northing"),
        "",
    ),
    "structure_m": (
        Text(
            "Højden af det, der står der, i meter over terræn",
            "Height of what stands there, metres over the ground",
        ),
        "34,5",
    ),
    "antenna_m": (
        Text(
            "Hvor højt antenner kan sidde, i meter over terræn; ellers regnes med det sædvanlige",
            "How high antennas may hang, metres over the ground; otherwise what is usual",
        ),
        "36",
    ),
    "ground_m": (
        Text("Terrænets højde over havet i meter", "Height of the ground over the sea, metres"),
        "42",
    ),
    "zone": (
        Text("Byzone, landzone eller sommerhusområde", "Urban, rural or holiday-home zone"),
        "Landzone",
    ),
    "power": (
        Text("Ja eller nej; tom, hvis det ikke vides", "Yes or no; empty where not known"),
        "Ja",
    ),
    "fibre": (
        Text("Ja eller nej; tom, hvis det ikke vides", "Yes or no; empty where not known"),
        "Nej",
    ),
    "access": (
        Text("Hvordan man kommer til stedet", "How to get there"),
        "Grusvej, nøgle hos driften",
    ),
    "load": (
        Text("Hvad taget eller tårnet kan bære", "What the roof or the tower can carry"),
        "300 kg",
    ),
    "designations": (
        Text(
            "Fredning, Natura 2000, kirkebyggelinje, strandbeskyttelse …, med komma imellem",
            "Protection, Natura 2000, church building line, coastal protection …, with commas",
        ),
        "Kirkebyggelinje",
    ),
    "available": (
        Text("Om stedet udbydes: ja eller nej", "Whether it is on offer: yes or no"),
        "Ja",
    ),
    "annual_cost_dkk": (Text("Leje for et år i kroner", "Rent for one year in kroner"), "25000"),
    "note": (Text("Alt andet, der er værd at vide", "Whatever else is worth knowing"), ""),
    "own_id": (
        Text("Jeres eget nummer, som ikke må skifte", "Your own number, which must not change"),
        "V-1",
    ),
}

# Without them a row is no site; the coordinates may be degrees as well.
_NEEDED = ("name", "kind", "x", "y")


def described() -> tuple[Described, ...]:
    """List the columns in the order in which we write them."""
    return tuple(
        Described(names[0], *_MEANINGS[fact], needed=fact in _NEEDED)
        for fact, names in NAMES.items()
    )
