"""The hand-over pack of a person who leaves: to read, to print, and to take along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taskforce.web.frame.journal.record import seen
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Person
from taskforce.web.people.rights import keeps, may
from taskforce.web.workspace.hand_over_sheet import sheet_of
from taskforce.web.workspace.queries.hand_over import HandOver, hand_over

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@may(keeps(Person))
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole pack on one page."""
    return render(request, "workspace/hand_over.html", {"pack": _pack(request, pk)})


@may(keeps(Person))
@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a spreadsheet."""
    pack = _pack(request, pk)
    name = f"{slugify(_('Hand-over'))}-{slugify(pack.person.name)}.xlsx"
    given = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(sheet_of(pack), content_type=_XLSX, headers=given)


def _pack(request: HttpRequest, pk: int) -> HandOver:
    people = Person.objects.select_related("organisation")
    person = get_object_or_404(people, pk=pk)
    # It holds what others have said in confidence, so reading it is put on record.
    seen(person, by=caller_of(request), what="person.handed_over")
    return hand_over(person, localdate())
