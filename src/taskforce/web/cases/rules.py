"""The rules of the pages about cases, as the wall asks them."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model
from django.http import Http404

from taskforce.web.cases.models import Case, CaseKind
from taskforce.web.cases.queries import access
from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where

Decide = Callable[[Caller, Case], bool]

members_of_cases = Rule(
    "members of cases",
    lambda caller, _where: access.takes_part(caller),
)
registers = Rule(
    "registers cases",
    lambda caller, where: bool(access.registers_for(caller, _kind(where))),
)


def on(decide: Decide, kind: type[Model] = Case) -> Rule:
    """For pages about a case, or about one thing of a case, whose number is in the address."""

    def allows(caller: Caller, where: Where) -> bool:
        found = kind._default_manager.filter(pk=where["pk"]).first()
        if found is None:
            raise Http404
        case: Case = found if isinstance(found, Case) else found.case  # type: ignore[attr-defined]
        return access.sees(caller, case) and decide(caller, case)

    return Rule(f"{decide.__name__} the case of a {kind._meta.model_name}", allows)


sees_case = on(access.sees)
edits_case = on(access.edits)
handles_case = on(access.handles)
prepares_decision = on(access.prepares)
sees_rent = on(access.sees_rent)


def _kind(where: Where) -> CaseKind:
    asked = where.get("kind", CaseKind.LEASE)
    if asked not in CaseKind.values:
        raise Http404
    return CaseKind(asked)
