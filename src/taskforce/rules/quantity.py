"""A value with its unit, as people say it: "8 arbejdsdage", "2,5 m", "ja"."""

from __future__ import annotations

from taskforce.rules.finding import said
from taskforce.rules.rule import Setting
from taskforce.vocabulary.text import Text

# One and many; a sign such as "m" or "km/h" is its own word in both languages.
_NOUNS = {
    "h": (Text("time", "hour"), Text("timer", "hours")),
    "hours": (Text("time", "hour"), Text("timer", "hours")),
    "line_register_hours": (Text("time", "hour"), Text("timer", "hours")),
    "days": (Text("dag", "day"), Text("dage", "days")),
    "working_days": (Text("arbejdsdag", "working day"), Text("arbejdsdage", "working days")),
    "line_register_days": (Text("hverdag", "weekday"), Text("hverdage", "weekdays")),
    "weeks": (Text("uge", "week"), Text("uger", "weeks")),
    "months": (Text("måned", "month"), Text("måneder", "months")),
    "years": (Text("år", "year"), Text("år", "years")),
    "people": (Text("person", "person"), Text("personer", "people")),
    "storeys": (Text("etage", "storey"), Text("etager", "storeys")),
    "addresses": (Text("adresse", "address"), Text("adresser", "addresses")),
}
_SIGNS = {"DKK": Text("kr.", "DKK"), "km/h": Text("km/t", "km/h"), "m2": Text("m²", "m²")}
_HARD_SPACE = "\u00a0"


def quantity(value: Setting | None, unit: str | None) -> Text:
    """The value in words; a value that nobody knows has no unit."""
    spoken = said(value)
    if value is None or not unit or isinstance(value, bool | str):
        return spoken
    noun = unit_in_words(unit, one=value == 1)
    return Text(f"{spoken.da}{_HARD_SPACE}{noun.da}", f"{spoken.en}{_HARD_SPACE}{noun.en}")


def unit_in_words(unit: str | None, *, one: bool = False) -> Text:
    """A unit by itself, for one or for several."""
    if unit in _NOUNS:
        return _NOUNS[unit][0 if one else 1]
    return _SIGNS.get(unit or "", Text(unit or "", unit or ""))
