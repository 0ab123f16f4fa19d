"""The page of one commitment, and the forms that keep it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.commitments.actions.commitments import add_commitment, change_commitment
from taskforce.web.commitments.forms.commitments import CommitmentForm, MilestoneForm
from taskforce.web.commitments.models import Commitment
from taskforce.web.commitments.queries.history import history_of
from taskforce.web.commitments.views.carrying_out import carried_out, writes_for_another
from taskforce.web.commitments.views.states import FORMS, carry
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import keeps, keeps_municipality, may, sees


@may(sees(Commitment))
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """What was promised, how far it is, and everything that has happened to it."""
    return page(request, get_object_or_404(Commitment, pk=pk))


@may(keeps_municipality)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Add one of the municipality's own, with a goal of the plan already chosen or not."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    initial = {"goal": request.GET.get("goal")}
    blank = Commitment(municipality=municipality)
    form = CommitmentForm(request.POST or None, instance=blank, initial=initial)
    other = writes_for_another(caller, code)
    if carried_out(
        form, lambda given: add_commitment(municipality, given, by=caller, on_behalf=other)
    ):
        messages.success(request, _("It has been added."))
        return redirect("municipality-work", code)
    shown = {"form": form, "municipality": municipality, "heading": _("Add a commitment")}
    return render(request, "commitments/form.html", shown, status=422 if form.errors else 200)


@may(keeps(Commitment))
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the facts."""
    commitment, caller = get_object_or_404(Commitment, pk=pk), caller_of(request)
    form = CommitmentForm(request.POST or None, instance=copy(commitment))
    other = writes_for_another(caller, commitment.place)
    if carried_out(
        form, lambda given: change_commitment(commitment, given, by=caller, on_behalf=other)
    ):
        messages.success(request, _("Your changes have been saved."))
        return redirect("commitment", pk)
    shown = {
        "form": form,
        "municipality": commitment.municipality,
        "commitment": commitment,
        "heading": commitment.heading,
    }
    return render(request, "commitments/form.html", shown, status=422 if form.errors else 200)


@may(keeps(Commitment))
@require_POST
def set_state(request: HttpRequest, pk: int) -> HttpResponse:
    """Report progress, finish, waive, open again or confirm: what the pressed button says."""
    commitment, caller = get_object_or_404(Commitment, pk=pk), caller_of(request)
    step = request.POST.get("step", "")
    kind = FORMS.get(step)
    form = kind(request.POST, auto_id=f"{step}_%s") if kind else None
    if form is None:
        messages.warning(request, _("Choose what to do."))
    elif carried_out(form, lambda given: carry(step, commitment, given, caller)):
        messages.success(request, _("Your changes have been saved."))
    else:
        return page(request, get_object_or_404(Commitment, pk=pk), {step: form})
    return redirect("commitment", pk)


def page(
    request: HttpRequest, commitment: Commitment, tried: Mapping[str, BaseForm] | None = None
) -> HttpResponse:
    """The page, with a form that somebody has tried to send, where there is one."""
    caller, tried = caller_of(request), tried or {}
    forms: dict[str, Any] = {
        "progress": FORMS["progress"](
            initial={"percent": commitment.progress_percent}, auto_id="progress_%s"
        ),
        "done": FORMS["done"](initial={"done_on": localdate()}, auto_id="done_%s"),
        "waive": FORMS["waive"](auto_id="waive_%s"),
        "milestone": MilestoneForm(auto_id="milestone_%s"),
        **tried,
    }
    shown = {
        "commitment": commitment,
        "municipality": commitment.municipality,
        "forms": forms,
        "form": next(iter(tried.values()), None),
        "keeps": caller.keeps(commitment.place),
        "confirms": not writes_for_another(caller, commitment.place),
        "history": history_of(commitment),
        "today": localdate(),
    }
    return render(request, "commitments/commitment.html", shown, status=422 if tried else 200)
