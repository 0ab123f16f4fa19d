"""The mast register's words: which service and technology is which, and what is mobile."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.sources.masts.told import Told
from taskforce.sources.measurements.networks import GENERATION_OF
from taskforce.vocabulary.signal import Generation

MOBILE, OTHER, NEUTRAL = "Mobiltelefoni", "Andre", "Teknologineutrale tilladelser"

_SERVICE_OF_ID = {"1": OTHER, "2": MOBILE, "11": NEUTRAL}
_SERVICE_OF_WORD = {
    "mobiltelefoni": MOBILE,
    "mobile telecoms": MOBILE,
    "andre": OTHER,
    "other": OTHER,
    "teknologineutrale tilladelser": NEUTRAL,
    "technology-neutral": NEUTRAL,
}

# The register's code list of technologies.
_TECHNOLOGY_OF_ID = {
    "7": "UMTS",
    "29": "LTE",
    "30": "Landmobil",
    "31": "Radiokæde",
    "32": "FWA",
    "33": "DAB",
    "34": "DVB-T",
    "35": "FM",
    "36": "TV",
    "37": "Andet",
    "38": "Teknologineutral",
    "39": "GSM",
    "40": "GSM-R",
    "41": "TK",
    "42": "NR",
}
_NEVER_MOBILE_IDS = frozenset({"30", "31", "32", "33", "34", "35", "36", "40"})
_NEVER_MOBILE = frozenset(
    {
        *("GSMR", "DAB", "DAB+", "DVBT", "DVBT2", "FM", "TV", "FWA", "LANDMOBIL", "RADIOKÆDE"),
        *("RADIOCHAIN", "RADIOLINK", "FIXEDWIRELESSACCESS", "LANDBASEDMOBILERADIO"),
    }
)
_TELLS_NOTHING_IDS = frozenset({"37", "38", "41"})
_TELLS_NOTHING = frozenset(
    {"TK", "TECHNOLOGYNEUTRAL", "TEKNOLOGINEUTRAL", "TEKNOLOGINEUTRALE", "OTHER", "ANDET", "ANDRE"}
)
_BARE = str.maketrans("", "", " _-/.")

UNTOLD = "Ukendt"


@dataclass(frozen=True, slots=True)
class Kind:
    """What an antenna is for.

    `known` is false where the technology is a word that the register's code list does not have;
    `neutral` where the permit leaves the technology open and nothing tells it.
    """

    service: str
    technology: str
    mobile: bool
    generation: Generation | None
    known: bool
    neutral: bool


def kind_of(told: Told) -> Kind:
    """Say what an antenna is for, by its service and its technology.

    A permit that is neutral as to technology counts as mobile only where the technology is told
    and is one of telephones; what its holder sends otherwise, nobody knows.
    """
    service = _SERVICE_OF_ID.get(told.service_id) or _SERVICE_OF_WORD.get(told.service.lower())
    written = told.technology or _TECHNOLOGY_OF_ID.get(told.technology_id, "")
    bare = written.upper().translate(_BARE)
    by_id = _TECHNOLOGY_OF_ID.get(told.technology_id, "").upper().translate(_BARE)
    never = bare in _NEVER_MOBILE or told.technology_id in _NEVER_MOBILE_IDS
    open_ = bare in _TELLS_NOTHING or told.technology_id in _TELLS_NOTHING_IDS
    generation = None if never else GENERATION_OF.get(bare) or GENERATION_OF.get(by_id)
    return Kind(
        service=service or told.service or UNTOLD,
        technology=written or UNTOLD,
        mobile=not never and _serves_telephones(service, generation),
        generation=generation,
        known=never or open_ or generation is not None,
        neutral=generation is None and not never and service == NEUTRAL,
    )


def _serves_telephones(service: str | None, generation: Generation | None) -> bool:
    """Telephones by the service; by the technology where the service leaves it open."""
    if service in (MOBILE, OTHER):
        return service == MOBILE
    return generation is not None
