"""What stands in each column of the files of mobile coverage: words, type and unit."""

from __future__ import annotations

from collections.abc import Sequence

from taskforce.report.column_types import ColumnType
from taskforce.report.label import FileColumn
from taskforce.report.mobile.truths import Disagreement
from taskforce.vocabulary.text import Text

_COUNT = ColumnType("integer", "addresses", (("minimum", 0),))
_HEXAGONS = ColumnType("integer", "hexagons", (("minimum", 0),))
_TIMES = ColumnType("integer", "measurements", (("minimum", 0),))
_DBM = ColumnType("number", "dBm")
_DAY = ColumnType("date")
_NOT_0 = "; tomt er ukendt eller tilbageholdt, aldrig 0"
_NOT_0_EN = "; empty is unknown or withheld, never 0"

Told = tuple[str, str, ColumnType]
_COLUMNS: dict[str, Told] = {
    "municipality": (
        "kommunekode, fire cifre som tekst; tom er hele regionen",
        "municipality code, four digits, text; empty is the whole region",
        ColumnType(constraints=(("pattern", "[0-9]{4}"),)),
    ),
    "municipality_name": ("områdets navn", "name of the area", ColumnType()),
    "hex": (
        "H3-celle, skåret til ved kommunegrænsen",
        "H3 cell, cut at the border of the municipality",
        ColumnType(),
    ),
    "addresses": ("antal adresser", "number of addresses", _COUNT),
    "reported_lacking": (
        "adresser, hvor selskaberne ikke oplyser dækning" + _NOT_0,
        "addresses where operators report no coverage" + _NOT_0_EN,
        _COUNT,
    ),
    "reported_known": (
        "adresser, som selskaberne oplyser om",
        "addresses that operators report about",
        _COUNT,
    ),
    "predicted_likely": (
        "adresser, hvor masterne gør dækning sandsynlig" + _NOT_0,
        "addresses where the masts make coverage likely" + _NOT_0_EN,
        _COUNT,
    ),
    "predicted_uncertain": (
        "adresser, hvor beregningen er usikker" + _NOT_0,
        "addresses where the prediction is uncertain" + _NOT_0_EN,
        _COUNT,
    ),
    "predicted_unlikely": (
        "adresser, hvor masterne gør dækning usandsynlig" + _NOT_0,
        "addresses where the masts make coverage unlikely" + _NOT_0_EN,
        _COUNT,
    ),
    "differing": (
        "adresser, hvor to af de tre siger hver sit" + _NOT_0,
        "addresses where two of the three contradict each other" + _NOT_0_EN,
        _COUNT,
    ),
    "withheld": (
        "navnene på de kolonner, der er tilbageholdt for at beskytte små grupper",
        "the names of the columns that are withheld to protect small groups",
        ColumnType(),
    ),
    "reported": (
        "oplyst: 0 ingen mangler, 1 under 10 %, 2 under halvdelen, 3 flere",
        "reported: 0 none lack coverage, 1 under 10 %, 2 under half, 3 more",
        ColumnType("integer", constraints=(("minimum", 0), ("maximum", 3))),
    ),
    "measured": (
        "målt: 0 stærkt, 1 nok, 2 svagt, 3 meget svagt; tomt, hvor ingen har målt nok",
        "measured: 0 strong, 1 enough, 2 weak, 3 very weak; empty where nobody measured enough",
        ColumnType("integer", constraints=(("minimum", 0), ("maximum", 3))),
    ),
    "predicted": (
        "beregnet: det, der gælder for flest adresser i cellen",
        "predicted: what holds for most addresses of the cell",
        ColumnType(),
    ),
    "disagreement": (
        "agree, eller den uenighed, som flest adresser har",
        "agree, or the contradiction that most addresses have",
        ColumnType(),
    ),
    "measured_hexagons": ("celler, der er målt nok", "hexagons measured enough", _HEXAGONS),
    "measured_weak_hexagons": ("af dem med svagt signal", "of them with a weak signal", _HEXAGONS),
    "measured_too_few": ("celler, der er målt for lidt", "hexagons measured too little", _HEXAGONS),
    "measurements": (
        "antal målinger; 0 er ikke målt, ikke uden dækning",
        "number of measurements; 0 is not measured, not without coverage",
        _TIMES,
    ),
    "median_dbm": (
        "median af det målte signal (RSRP)",
        "median of the measured signal (RSRP)",
        _DBM,
    ),
    "measured_from": ("første måling", "first measurement", _DAY),
    "measured_until": ("sidste måling", "last measurement", _DAY),
    "service": ("data eller tale", "data or voice", ColumnType()),
    "threshold_dbm": (
        "signal, der er nok, udendørs",
        "signal that is enough, outdoors",
        _DBM,
    ),
    "reported_as_of": ("dag for det oplyste", "day of what is reported", _DAY),
    "masts_as_of": ("dag for masterne", "day of the masts", _DAY),
    "terrain": ("terrænet i beregningen", "the terrain of the prediction", ColumnType()),
}


def described(names: Sequence[str]) -> tuple[FileColumn, ...]:
    """Describe columns of the files of mobile coverage, in their order.

    Raises
    ------
    KeyError
        A column has no words.
    """
    return tuple(FileColumn(name, Text(*_told(name)[:2])) for name in names)


def type_of(name: str) -> ColumnType:
    """The type of a column of the files of mobile coverage."""
    return _told(name)[2]


def _told(name: str) -> Told:
    kinds = {kind.value.replace("-", "_"): kind.label for kind in Disagreement}
    if name in kinds:
        words = kinds[name]
        return f"adresser: {words.da}{_NOT_0}", f"addresses: {words.en}{_NOT_0_EN}", _COUNT
    return _COLUMNS[name]
