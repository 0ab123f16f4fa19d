"""Agree, bring parties in, and mend what a dialogue is about."""

from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.dialogue.actions import agreements, dialogues
from taskforce.web.dialogue.forms.handling import (
    AgreementForm,
    ChangeForm,
    ContactForm,
    DoneForm,
    PartyForm,
)
from taskforce.web.dialogue.models import Agreement, Dialogue, Participant
from taskforce.web.dialogue.queries.access import leads
from taskforce.web.dialogue.rules import (
    fulfils_agreement,
    leads_dialogue,
    names_contact,
    on,
    sees_dialogue,
)
from taskforce.web.dialogue.views.page import show
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done

_FORM = "dialogue/form.html"


@may(leads_dialogue)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend the subject, and for an obstacle what stops and the clause."""
    dialogue, caller = get_object_or_404(Dialogue, pk=pk), caller_of(request)
    form = ChangeForm(request.POST or None, instance=copy(dialogue))
    if done(
        request, form, lambda: dialogues.change_dialogue(dialogue, form.cleaned_data, by=caller)
    ):
        messages.success(request, _("Your changes have been saved."))
        return redirect("dialogue", pk)
    shown = {"form": form, "dialogue": dialogue, "heading": _("Change the dialogue")}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(sees_dialogue)
@require_POST
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what has been agreed."""
    dialogue, caller = get_object_or_404(Dialogue, pk=pk), caller_of(request)
    if not dialogue.is_open:
        messages.error(request, _("The dialogue is closed. Take it up again to write in it."))
        return redirect("dialogue", pk)
    form = AgreementForm(request.POST, dialogue=dialogue, auto_id="agreement_%s")
    if done(request, form, lambda: agreements.agree(dialogue, form.cleaned_data, by=caller)):
        messages.success(request, _("The agreement has been written down."))
        return redirect("dialogue", pk)
    return show(request, dialogue, agreement=form)


@may(fulfils_agreement)
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Set anew what has been agreed."""
    found, caller = get_object_or_404(Agreement, pk=pk), caller_of(request)
    form = AgreementForm(request.POST or None, dialogue=found.dialogue, instance=copy(found))
    if done(
        request, form, lambda: agreements.change_agreement(found, form.cleaned_data, by=caller)
    ):
        messages.success(request, _("Your changes have been saved."))
        return redirect("dialogue", found.dialogue_id)
    shown = {"form": form, "dialogue": found.dialogue, "heading": _("Change the agreement")}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(fulfils_agreement)
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Say on which day it was done."""
    found, caller = get_object_or_404(Agreement, pk=pk), caller_of(request)
    form = DoneForm(request.POST or None)
    if done(request, form, lambda: agreements.fulfil(found, **form.cleaned_data, by=caller)):
        messages.success(request, _("The agreement has been kept."))
        return redirect("dialogue", found.dialogue_id)
    shown = {
        "form": form,
        "dialogue": found.dialogue,
        "heading": _("It has been done"),
        "lead": found.what,
    }
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(leads_dialogue)
@require_POST
def party(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring an organisation in."""
    dialogue, caller = get_object_or_404(Dialogue, pk=pk), caller_of(request)
    form = PartyForm(request.POST, dialogue=dialogue, caller=caller, auto_id="party_%s")
    if done(request, form, lambda: dialogues.add_party(dialogue, form.cleaned_data, by=caller)):
        messages.success(request, _("The party has been added."))
        return redirect("dialogue", pk)
    return show(request, dialogue, party=form)


@may(names_contact)
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Name the person at a party to whom the mails go."""
    found, caller = get_object_or_404(Participant, pk=pk), caller_of(request)
    form = ContactForm(request.POST or None, instance=copy(found))
    if done(request, form, lambda: dialogues.name_contact(found, form.cleaned_data, by=caller)):
        messages.success(request, _("Your changes have been saved."))
        return redirect("dialogue", found.dialogue_id)
    heading = _("Contact person at %(name)s") % {"name": found.organisation.name}
    shown = {"form": form, "dialogue": found.dialogue, "heading": heading}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(on(leads, Participant))
@require_POST
def party_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a party out."""
    found = get_object_or_404(Participant, pk=pk)
    dialogue_pk = found.dialogue_id
    try:
        dialogues.remove_party(found, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The party has been removed."))
    return redirect("dialogue", dialogue_pk)
