"""The list of cases, and the same rows as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from taskforce.web.cases.forms.asked import AskedForm
from taskforce.web.cases.queries.access import open_to
from taskforce.web.cases.queries.listing import Row, rows
from taskforce.web.cases.rules import members_of_cases
from taskforce.web.commitments.queries.sheet import Sheet
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.commitments.spreadsheet import as_csv as written
from taskforce.web.frame.downloads import CSV, download
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.rights import may


@may(members_of_cases)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The cases, those that are overdue on top."""
    caller = caller_of(request)
    form = _form(request, caller)
    shown = rows(caller, form.asked(), localdate())
    given = {
        "asked": form,
        "rows": shown,
        "overdue": sum(row.overdue for row in shown),
        "all": open_to(caller).count(),
    }
    return render(request, "cases/listing.html", given)


@may(members_of_cases)
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The rows that the page shows, for a spreadsheet."""
    caller, today = caller_of(request), localdate()
    shown = rows(caller, _form(request, caller).asked(), today)
    source = gettext("Source: Digital Taskforce, %(day)s; entered by its users.")
    sheet = Sheet(
        gettext("Cases"),
        source % {"day": today.isoformat()},
        _heads(),
        tuple(_values(row) for row in shown),
    )
    return download(written(sheet), CSV, f"sager-{today:%Y-%m-%d}.csv")


def _form(request: HttpRequest, caller: Caller) -> AskedForm:
    found = open_to(caller).values_list("municipality__code", "municipality__name")
    places = sorted(set(found.order_by()), key=lambda one: in_danish_order(one[1]))
    return AskedForm(request.GET, places=places)


def _heads() -> tuple[str, ...]:
    return (
        gettext("Number"),
        gettext("Kind"),
        gettext("Title"),
        gettext("Where"),
        gettext("Municipality"),
        gettext("Applicant"),
        gettext("Case number in the municipality's own system"),
        gettext("Status"),
        gettext("Next deadline"),
        gettext("Due"),
        gettext("Time used in per cent"),
        gettext("Overdue"),
    )


def _values(row: Row) -> tuple[str | int | None, ...]:
    case, clock = row.case, row.clock
    return (
        case.number,
        str(case.get_kind_display()),
        case.title,
        case.whereabouts,
        case.municipality.name,
        case.applicant.name if case.applicant else None,
        case.reference,
        str(case.get_state_display()),
        clock.name if clock else None,
        clock.due.isoformat() if clock else None,
        clock.percent if clock else None,
        gettext("Yes") if row.overdue else gettext("No"),
    )
