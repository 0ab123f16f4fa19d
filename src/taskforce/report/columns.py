"""What stands in each column of the files for everyone, in both languages."""

from __future__ import annotations

from taskforce.report.label import FileColumn
from taskforce.vocabulary.text import Text

_WITHHELD = Text(
    "sandt, hvor antallet er tilbageholdt for at beskytte små grupper; tallet er da tomt",
    "true where the number is withheld to protect small groups; the number is then empty",
)
_FLOW = "; tomt, hvor det er tilbageholdt"
_FLOW_EN = "; empty where it is withheld"

_MEANINGS = {
    "municipality": Text(
        "kommunekode, fire cifre som tekst", "municipality code, four digits, text"
    ),
    "municipality_name": Text("kommunens navn", "name of the municipality"),
    "code": Text("kommunekode, fire cifre som tekst", "municipality code, four digits, text"),
    "name": Text("kommunens navn", "name of the municipality"),
    "postcode": Text("postnummer; tomt, hvor det er ukendt", "postcode; empty where unknown"),
    "hex": Text(
        "H3-celle, skåret til ved kommunegrænsen", "H3 cell, cut at the border of the municipality"
    ),
    "when": Text(
        "now = nyeste opgørelse, then = den forrige", "now = newest, then = the one before"
    ),
    "as_of": Text("den dag, tallene gælder", "the day that the numbers are for"),
    "as_of_then": Text("den tidligere dag", "the earlier day"),
    "threshold": Text(
        "tærskel: download/upload i Mbit/s på én teknologi",
        "threshold: download/upload in Mbit/s on one technology",
    ),
    "counting": Text(
        "fixed = kun faste forbindelser, all = også mobil og satellit",
        "fixed = fixed lines only, all = mobile and satellite too",
    ),
    "use": Text(
        "all, home (bolig), holiday_home (fritidshus), business (virksomhed), other, unknown",
        "all, home, holiday_home, business, other, unknown",
    ),
    "addresses": Text("antal adresser", "number of addresses"),
    "below": Text("adresser under tærsklen", "addresses below the threshold"),
    "withheld": _WITHHELD,
    "unknown": Text(
        "adresser, som kilden ikke oplyser om", "addresses that the source does not tell about"
    ),
    "share_below": Text(
        "andel under tærsklen af de kendte, 0 til 1", "share below of the known, 0 to 1"
    ),
    "below_then": Text("under tærsklen før" + _FLOW, "below the threshold before" + _FLOW_EN),
    "below_now": Text("under tærsklen nu" + _FLOW, "below the threshold now" + _FLOW_EN),
    "still": Text("under tærsklen begge dage" + _FLOW, "below on both days" + _FLOW_EN),
    "gained": Text("løftet over tærsklen" + _FLOW, "lifted above the threshold" + _FLOW_EN),
    "lost": Text("faldet under tærsklen" + _FLOW, "fallen below the threshold" + _FLOW_EN),
    "newly_known": Text("ukendt før, under nu" + _FLOW, "unknown before, below now" + _FLOW_EN),
    "no_longer_known": Text("under før, ukendt nu" + _FLOW, "below before, unknown now" + _FLOW_EN),
    "new": Text("nye adresser under tærsklen" + _FLOW, "new addresses below" + _FLOW_EN),
    "gone": Text(
        "nedlagte adresser, der var under" + _FLOW, "gone addresses once below" + _FLOW_EN
    ),
    "addresses_new": Text("nye adresser i alt", "all new addresses"),
    "addresses_gone": Text("nedlagte adresser i alt", "all addresses gone"),
    "id": Text(
        "den hvide plets id; holder fra opgørelse til opgørelse",
        "id of the white spot; survives from one snapshot to the next",
    ),
    "longitude": Text("midtpunktets længdegrad", "longitude of the centre, degrees"),
    "latitude": Text("midtpunktets breddegrad", "latitude of the centre, degrees"),
    "area_km2": Text("areal af omridset, km²", "area of the hull, km²"),
    "nearest_served_m": Text(
        "meter til nærmeste adresse over tærsklen", "metres to the nearest address above"
    ),
    "nearest_served_technology": Text("dens teknologi", "its technology"),
    "offered_today": Text(
        "teknologier, som tilbydes i pletten i dag", "technologies offered in the spot today"
    ),
}

# Columns of the map files repeat for each day and threshold: now_below_100-30.
_ON_THE_MAP = {
    "addresses": _MEANINGS["addresses"],
    "below": _MEANINGS["below"],
    "unknown": _MEANINGS["unknown"],
    "share": _MEANINGS["share_below"],
    "withheld": _WITHHELD,
}


def described(names: list[str]) -> tuple[FileColumn, ...]:
    """Describe columns by their names.

    Parameters
    ----------
    names
        Names of columns in the files for everyone.

    Returns
    -------
    tuple of FileColumn
        In the same order.

    Raises
    ------
    KeyError
        A column has no meaning written down here.
    """
    return tuple(FileColumn(name, _meaning(name)) for name in names)


def _meaning(name: str) -> Text:
    if name in _MEANINGS:
        return _MEANINGS[name]
    day, number, *rest = name.split("_")
    meaning, slug = _ON_THE_MAP[number], "".join(rest).replace("-", "/")
    then = Text("i den forrige opgørelse", "in the snapshot before")
    when = Text("nu", "now") if day == "now" else then
    at = f" ({slug})" if slug else ""
    return Text(f"{meaning.da}, {when.da}{at}", f"{meaning.en}, {when.en}{at}")
