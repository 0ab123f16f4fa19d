"""Keep a landlord's rent, which nobody else ever sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taskforce.web.cases.models import Case, Rent
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change


def keep_rent(case: Case, facts: Mapping[str, Any], *, by: Actor) -> Rent:
    """Keep the rent of a lease case, or the reasoning behind one."""
    rent = Rent.objects.filter(case=case).first()
    if rent is None:
        return add(Rent(case=case, landlord=case.landlord, **facts), by=by)
    change(rent, facts, by=by)
    return rent
