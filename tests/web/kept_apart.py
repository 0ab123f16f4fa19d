"""What a furnished house keeps for a few: the rent of a lease, and an operator's plan."""

from __future__ import annotations

import io
import zipfile

from django.http.response import HttpResponseBase

from tests.web.cases.test_rent_stays_hidden import TRACES, keep
from tests.web.furnished import Room

# The plan at home is for its operator, for Sorø and for the taskforce; that away is for Lolland.
KNOWN_TO = {
    "rent": {"landlord"},
    "plan at home": {"operator", "consultant", "coordinator", "case_officer", "site_manager"},
    "plan away": {"operator", "consultant", "other_coordinator"},
}


def put_in(rooms: dict[str, Room]) -> dict[str, tuple[bytes, ...]]:
    """Agree on a rent in each lease; every secret, with the words by which it would be seen."""
    plans = {}
    for place in ("home", "away"):
        keep(rooms[place].things["lease"])
        plan = rooms[place].things["rolloutplan"]
        plan.name = f"Kobberhætten {plan.pk}"
        plan.save(update_fields=["name"])
        plans[place] = (plan.name.encode(),)
    return {"rent": TRACES, "plan at home": plans["home"], "plan away": plans["away"]}


def words_of(answer: HttpResponseBase) -> bytes:
    """What stands in an answer, also in a spreadsheet, which is packed."""
    content = b"".join(answer)
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"\n".join(packed.read(one) for one in packed.namelist())
