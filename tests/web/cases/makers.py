"""Cases for the tests: one call makes one, as far along as it is asked for."""

from __future__ import annotations

from datetime import date, timedelta

from taskforce.web.cases.actions.cases import freeze_check, register, set_facts
from taskforce.web.cases.actions.events import write_event
from taskforce.web.cases.models import Case, CaseKind, EventKind
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.models import Organisation
from tests.cast import HOME

POINT = {"type": "Point", "coordinates": [11.5607, 55.4318]}
DIG = {"work": "new", "road_owner": "municipal", "surface": "asphalt", "trench_length_m": 40.0}
MAST = {"mast_kind": "lattice", "mast_height_m": 36.0, "zone": "rural", "designations": []}
FACTS = {CaseKind.DIG: DIG, CaseKind.MAST: MAST, CaseKind.LEASE: {"leased": "roof"}}


def case_of(
    kind: CaseKind = CaseKind.DIG,
    *,
    code: str = HOME,
    applicant: str = "Prøvenet",
    landlord: str = "",
    title: str = "Fiber i Storgade",
    by=SOFTWARE,
) -> Case:
    """A draft with a place and its facts, not yet sent."""
    firm = Organisation.objects.get(name=applicant)
    case = register(
        {
            "kind": kind,
            "title": title,
            "municipality": Organisation.objects.get(code=code),
            "registrar": firm,
            "applicant": firm,
            "landlord": Organisation.objects.get(name=landlord) if landlord else None,
            "whereabouts": "Storgade 4",
            "shape": POINT,
        },
        by=by,
    )
    set_facts(case, FACTS[kind], by=by)
    freeze_check(case, on=date(2026, 3, 2), by=by)
    return case


def steps(case: Case, *taken: tuple[EventKind, date] | tuple[EventKind, date, str]) -> Case:
    """Take the case through some steps."""
    for kind, on, *reason in taken:
        write_event(case, kind, on=on, reason="".join(reason), by=SOFTWARE)
    return case


def sent(case: Case, on: date) -> Case:
    """The same case, received on a day."""
    return steps(case, (EventKind.RECEIVED, on))


def days(number: int) -> timedelta:
    return timedelta(days=number)
