"""Reports of missing coverage for the demonstration: made up, and near real towns."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.gaps.models import Kind, Outcome, Since, Whereabouts, Wrong


@dataclass(frozen=True, slots=True)
class Told:
    """One report; an answer is given so many days after it was sent."""

    codes: tuple[str, ...]
    label: str
    at: tuple[float, float]
    kind: Kind
    what: str
    days_ago: int
    whereabouts: str = ""
    wrong: str = ""
    since: str = Since.YEARS
    operator: str = ""
    looked_into: bool = False
    answered_after_days: int | None = None
    outcome: Outcome = Outcome.PASSED_ON
    answer: str = ""


_IN, _OUT, _ROAD = Whereabouts.INDOORS, Whereabouts.OUTDOORS, Whereabouts.ROAD
_MOBILE, _FIXED, _WRONG = Kind.MOBILE, Kind.FIXED, Kind.OBJECTION
_ASKED = (
    "Tak for din melding. Vi har samlet meldingerne fra området og spurgt teleselskaberne, hvad de "
    "planlægger. Du får besked her, når de har svaret."
)
_PLAN = (
    "Tak for din melding. Et teleselskab har søgt om at sætte antenner op på vandtårnet, og sagen "
    "er i gang. Vi venter bedre dækning til næste sommer."
)
_OWN = (
    "Tak for din melding. Adressen kan søge statens bredbåndspulje sammen med naboerne. Ring til "
    "os, så hjælper vi med ansøgningen."
)

REPORTS = (
    Told(("0340",), "Sandlyngvej 3", (11.4935, 55.5301), _MOBILE, "Samtaler falder ud.", 40, _IN),
    Told(("0340",), "Sandlyngvej 11", (11.4941, 55.5304), _MOBILE, "Intet signal i stuen.", 31, _IN,
         answered_after_days=9, answer=_ASKED),
    Told(("0340",), "Sandlyngvej 18", (11.4949, 55.5308), _MOBILE, "Vi må gå ud i haven.", 12, _IN,
         looked_into=True),
    Told(("0340",), "Enghavevej 2", (11.4928, 55.5297), _MOBILE, "Kun nødopkald.", 5, _OUT),
    Told(("0340",), "Enghavevej 9", (11.4931, 55.5293), _MOBILE, "Virker kun ved vinduet.", 3, _IN),
    Told(("0340",), "Assentorpvej 40", (11.5990, 55.5391), _FIXED, "Fjernsynet hakker.", 64,
         answered_after_days=12, outcome=Outcome.ADVICE, answer=_OWN),
    Told(("0340",), "Assentorpvej 44", (11.5995, 55.5394), _FIXED, "Kan ikke arbejde hjemme.", 22,
         answered_after_days=16, outcome=Outcome.ADVICE, answer=_OWN),
    Told(("0340",), "Assentorpvej 51", (11.6001, 55.5397), _FIXED, "2 Mbit/s om aftenen.", 9),
    Told(("0340",), "Kongskildevej 70", (11.5402, 55.3905), _WRONG,
         "Kortet siger fiber, men selskabet vil ikke levere.", 7, wrong=Wrong.NOT_OFFERED),
    Told(("0340", "0330"), "Landevejen ved Lyngtoften", (11.4203, 55.4338), _MOBILE,
         "Falder altid ud i svinget.", 2, _ROAD),
    Told(("0360",), "Vestergade 12, Nakskov", (11.1335, 54.8312), _MOBILE, "Svagt signal.", 50, _IN,
         answered_after_days=11, outcome=Outcome.PLANNED, answer=_PLAN),
    Told(("0360",), "Vestergade 16, Nakskov", (11.1338, 54.8314), _MOBILE, "Intet 5G.", 33, _IN),
    Told(("0360",), "Vestergade 25, Nakskov", (11.1342, 54.8311), _MOBILE, "Intet indendørs.", 18,
         _IN),
    Told(("0259",), "Strandvejen 90", (12.2107, 55.4702), _WRONG, "Adressen findes ikke.", 6,
         wrong=Wrong.MISSING_ADDRESS, since=""),
)  # fmt: skip
TEMPLATES = (
    ("Sendt videre til teleselskaberne", _ASKED),
    ("Råd om statens bredbåndspulje", _OWN),
)
