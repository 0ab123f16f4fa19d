"""One page of questions after the other, only those whose answers can still matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from taskforce.rules.fact import Case
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.checks.asked import Asked, asked_of, case_of, facts_form, said_in
from taskforce.web.checks.forms.facts import FactsForm, shown_in_fields
from taskforce.web.checks.forms.place import PlaceForm
from taskforce.web.checks.queries.answering import answer
from taskforce.web.checks.queries.steps import Step, before, next_step
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def step(request: HttpRequest, case: str) -> HttpResponse:
    """The next questions; where none is left, the answer."""
    kind = case_of(case)
    place, form = PlaceForm(request.GET), facts_form(kind, request.GET)
    if not place.is_valid():
        return _to_the_start(request, kind)
    if not form.is_valid():
        return render(request, "checks/step.html", _to_mend(request, place, form))
    asked = asked_of(place, form)
    if "more" in request.GET:
        return _more(request, asked, form)
    changing = [name for name in request.GET.getlist("change") if name in form.fields]
    if changing:
        return render(request, "checks/step.html", _changing(asked, changing))
    return _onwards(request, asked)


def _onwards(request: HttpRequest, asked: Asked) -> HttpResponse:
    book = the_rulebook()
    found = answer(asked.facts, code=asked.code, on=asked.on)
    following = next_step(
        found, not_known=asked.not_known, answered=len(asked.names), facts=book.facts
    )
    if following is None:
        return redirect(asked.link("check-answer"))
    if "asked" in request.GET:
        # To the page's own address, so that Back and reload show the question again.
        return redirect(asked.step())
    form = FactsForm(case=asked.case, only=following.names, asking=True)
    return render(request, "checks/step.html", _page(asked, form, following))


def _page(asked: Asked, form: FactsForm, following: Step | None) -> dict[str, Any]:
    last = before(asked.names, the_rulebook().facts)
    return {
        "asked": asked,
        "form": form,
        "questions": list(form),
        "kept": [*asked.place, *(pair for pair in asked.said if pair[0] not in form.fields)],
        "step": following,
        "back": asked.to_change(*last) if last else _start_of(asked),
    }


def _changing(asked: Asked, names: Sequence[str]) -> dict[str, Any]:
    facts = the_rulebook().facts
    form = FactsForm(
        case=asked.case,
        only=names,
        asking=True,
        initial=shown_in_fields(asked.facts.given, facts),
    )
    earlier = asked.names[: asked.names.index(names[0])]
    last = before(earlier, facts)
    back = asked.to_change(*last) if last else _start_of(asked)
    return _page(asked, form, None) | {"back": back, "changing": True}


def _more(request: HttpRequest, asked: Asked, form: FactsForm) -> HttpResponse:
    if "asked" in request.GET:
        return redirect(asked.link("check-answer"))
    found = answer(asked.facts, code=asked.code, on=asked.on)
    form = FactsForm(case=asked.case, only=found.more_facts)
    shown = _page(asked, form, None) | {"back": asked.link("check-answer"), "more": True}
    return render(request, "checks/step.html", shown)


def _to_mend(request: HttpRequest, place: PlaceForm, form: FactsForm) -> dict[str, Any]:
    """The page again, with what was asked on it and whatever else is wrong."""
    shown = [name for name in form.fields if name in form.errors or _was_asked(request, name)]
    right = FactsForm(request.GET, case=form.case, only=set(form.fields) - set(shown), asking=True)
    right.full_clean()
    asked = replace(asked_of(place, right), said=tuple(said_in(right)))
    return _page(asked, form, None) | {
        "questions": [form[name] for name in shown],
        "kept": [*asked.place, *asked.said],
        "more": "more" in request.GET,
    }


def _was_asked(request: HttpRequest, name: str) -> bool:
    return name in request.GET.getlist("asked")


def _to_the_start(request: HttpRequest, kind: Case) -> HttpResponseRedirect:
    """Back to where the municipality and the day are chosen, with what was wrong about them."""
    query = request.GET.copy()
    query["case"] = kind.value
    if request.GET:
        query.setdefault("municipality", "")
    return redirect(f"{reverse('checks')}?{query.urlencode()}")


def _start_of(asked: Asked) -> str:
    return f"{reverse('checks')}?case={asked.case}"
