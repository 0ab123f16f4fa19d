"""How long cases have taken in each municipality, from a complete case and from receipt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.rules.case_events import Event as Happened
from taskforce.rules.case_events import EventKind
from taskforce.rules.handling_times import HandlingTime, Spread, handling_time, ranked, spread
from taskforce.web.cases.models import Case, CaseKind, CaseState
from taskforce.web.commitments.queries.standing import in_danish_order

# One or two cases would tell of single applicants.
FEWEST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The times of one municipality; days are left out where there are too few cases."""

    name: str
    net: Spread
    gross: Spread

    @property
    def cases(self) -> int:
        return self.gross.cases

    @property
    def shown(self) -> bool:
        """Whether there are cases enough to say anything."""
        return self.net.cases >= FEWEST_SHOWN and self.gross.cases >= FEWEST_SHOWN


@dataclass(frozen=True, slots=True)
class Times:
    """Those with cases enough in the order of their median; the others by name."""

    ranked: list[Row]
    others: list[Row]
    all: Row


def times(kind: CaseKind) -> Times:
    """The decided cases of one kind, whoever applied."""
    decided = Case.objects.filter(kind=kind, state=CaseState.DECIDED)
    by_name: dict[str, list[HandlingTime]] = defaultdict(list)
    for case in decided.select_related("municipality").prefetch_related("events"):
        by_name[case.municipality.name].append(_time(case))
    rows = {name: _row(name, took) for name, took in by_name.items()}
    enough = {name: one.net for name, one in rows.items() if one.net.may_be_ranked}
    others = sorted(set(rows) - set(enough), key=in_danish_order)
    return Times(
        ranked=[rows[name] for name in ranked(enough)],
        others=[rows[name] for name in others],
        all=_row("", [one for took in by_name.values() for one in took]),
    )


def _time(case: Case) -> HandlingTime:
    return handling_time(
        Happened(EventKind(one.kind), one.on, one.reason, one.waits_for_applicant)
        for one in case.events.all()
    )


def _row(name: str, took: Iterable[HandlingTime]) -> Row:
    known = list(took)
    return Row(
        name,
        net=spread(one.net_days for one in known),
        gross=spread(one.gross_days for one in known),
    )
