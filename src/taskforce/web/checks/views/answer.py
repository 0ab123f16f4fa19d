"""The answer, the same case elsewhere, and both as a paper and for machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from taskforce.rules.as_object import as_object
from taskforce.rules.differences import differences
from taskforce.vocabulary.errors import WrongUse
from taskforce.web.checks.asked import Asked, case_of, read_asked
from taskforce.web.checks.checklist import checklist
from taskforce.web.checks.forms.place import municipalities
from taskforce.web.checks.queries.answering import answer, everywhere
from taskforce.web.checks.queries.whom import whom_to_ask
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def show(request: HttpRequest, case: str) -> HttpResponse:
    """The answer at its own address, which holds everything that it rests on."""
    asked = _asked(request, case)
    if asked is None:
        return _to_mend(request, case)
    if "on" not in request.GET:
        return redirect(asked.link("check-answer"))
    found = answer(asked.facts, code=asked.code, on=asked.on)
    shown = {
        "asked": asked,
        "answer": found,
        "routed": whom_to_ask(found),
        "links": _links(asked),
        "address": request.build_absolute_uri(asked.link("check-answer")),
    }
    return render(request, "checks/answer.html", shown)


@may(everyone)
@require_safe
def elsewhere(request: HttpRequest, case: str) -> HttpResponse:
    """The same case in all municipalities, and where they differ."""
    asked = _asked(request, case)
    if asked is None:
        return _to_mend(request, case)
    answers = everywhere(asked.facts, on=asked.on)
    by_code = {one.municipality: one for one in answers}
    in_order = [by_code[code] for code, _name in municipalities()]
    shown = {
        "asked": asked,
        "rows": [(one, _in(asked, one.municipality).link("check-answer")) for one in in_order],
        "differences": differences(answers),
        "links": _links(asked),
    }
    return render(request, "checks/everywhere.html", shown)


@may(everyone)
@require_safe
def paper(request: HttpRequest, case: str) -> HttpResponse:
    """The answer as a checklist to print, with boxes to tick."""
    asked = _asked(request, case)
    if asked is None:
        return _to_mend(request, case)
    found = answer(asked.facts, code=asked.code, on=asked.on)
    link = request.build_absolute_uri(asked.link("check-answer"))
    response = HttpResponse(checklist(found, link=link), content_type="application/pdf")
    name = f"{asked.case}-{asked.code}-{asked.on:%Y-%m-%d}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@may(everyone)
@require_safe
def for_machines(request: HttpRequest, case: str) -> JsonResponse:
    """The answer as JSON."""
    try:
        asked = read_asked(case_of(case), request.GET)
    except WrongUse as wrong:
        return JsonResponse({"detail": str(wrong)}, status=422)
    found = answer(asked.facts, code=asked.code, on=asked.on)
    return JsonResponse(as_object(found), json_dumps_params={"ensure_ascii": False})


def _asked(request: HttpRequest, case: str) -> Asked | None:
    kind = case_of(case)
    try:
        return read_asked(kind, request.GET)
    except WrongUse:
        return None


def _to_mend(request: HttpRequest, case: str) -> HttpResponse:
    """To the questions, where each mistake in the address is said beside its field."""
    questions = reverse("check", kwargs={"case": case})
    return redirect(f"{questions}?{request.GET.urlencode()}")


def _in(asked: Asked, code: str) -> Asked:
    return Asked(code, asked.on, asked.facts)


def _links(asked: Asked) -> dict[str, str]:
    pages = ("check-answer", "check-everywhere", "check-pdf", "check-json")
    links = {page.removeprefix("check-"): asked.link(page) for page in pages}
    return links | {"questions": asked.step(), "more": asked.step(("more", "1"))}
