"""What there is to draw: each collection with its words and the file that it is read from."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.mobile.publishing import PACKAGE
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.text import Text

# Collections that come from somewhere else than the files of an edition of the need.
MASTS, SITES, MOBILE = "masts", "public-sites", "mobile-coverage"


@dataclass(frozen=True, slots=True)
class Collection:
    """One sort of shapes; `file` is that of an edition or overview, whose `keys` name a shape."""

    name: str
    title: Text
    description: Text
    file: str = ""
    keys: tuple[str, ...] = ()


_NUMBERS = Text(
    "Kolonnerne gentages for hver dag (now, then) og tærskel: now_below_100-30 er adresser under "
    "100/30 Mbit/s i den nyeste opgørelse. Tomt er ukendt eller tilbageholdt, aldrig 0.",
    "The columns repeat for each day (now, then) and threshold: now_below_100-30 is addresses "
    "below 100/30 Mbit/s on the newest day. Null is unknown or withheld, never 0.",
)

COLLECTIONS = (
    Collection(
        "municipalities",
        Text("Behov for hver kommune", "Need by municipality"),
        _NUMBERS,
        "need_municipalities.gpkg",
        ("code",),
    ),
    Collection(
        "hexagons",
        Text("Behov for hver sekskant på kortet", "Need by hexagon of the map"),
        _NUMBERS,
        "need_hexes.gpkg",
        ("municipality", "hex"),
    ),
    Collection(
        "white-spots",
        Text("Hvide pletter", "White spots"),
        Text(
            "Naboadresser, der alle ligger under en tærskel. Samme plet kan stå ved flere "
            "tærskler: vælg med threshold, for eksempel 100-30.",
            "Neighbouring addresses that are all below a threshold. The same spot may stand at "
            "several thresholds: choose by threshold, for example 100-30.",
        ),
        "white_spots.gpkg",
        ("id", "threshold"),
    ),
    Collection(
        MOBILE,
        Text("Mobildækning for hver sekskant på kortet", "Mobile coverage by hexagon"),
        Text(
            "Det oplyste, det målte og det beregnede hver for sig. Tomt er ukendt, ikke målt eller "
            "tilbageholdt, aldrig 0; withheld nævner de kolonner, der er tilbageholdt.",
            "What is reported, measured and predicted, each apart. Null is unknown, not measured "
            "or withheld, never 0; withheld names the columns that are withheld.",
        ),
        PACKAGE,
        ("municipality", "hex"),
    ),
    Collection(
        MASTS,
        Text("Master og antenner", "Masts and antennas"),
        Text(
            "Masterne i Mastedatabasen, også planlagte; uncertainty_m er, hvor langt stedet kan "
            "ligge fra punktet.",
            "The masts of the Danish mast register, planned ones too; uncertainty_m is how far "
            "the place may be from the point.",
        ),
    ),
    Collection(
        SITES,
        Text("Offentlige ejendomme til antenner", "Public sites for antennas"),
        Text(
            "Ejendomme, som offentlige ejere tilbyder til antenner, med det, alle må se.",
            "Sites that public owners offer for antennas, with what everybody may see.",
        ),
    ),
)


def collection_of(name: str) -> Collection:
    """The collection of that name.

    Raises
    ------
    NotOnShelf
        There is none.
    """
    found = next((one for one in COLLECTIONS if one.name == name), None)
    if found is None:
        raise NotOnShelf(f"There is no collection {name}.", remedy="See /ogc/collections.")
    return found
