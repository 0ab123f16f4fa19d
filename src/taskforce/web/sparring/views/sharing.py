"""Let a good answer become material, with consent, and let municipalities ask each other."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may, speaks_for
from taskforce.web.people.views.saving import done
from taskforce.web.sparring.actions import sharing
from taskforce.web.sparring.actions.mails import tell_about
from taskforce.web.sparring.forms.sharing import OfferForm, ProposalForm
from taskforce.web.sparring.models import Consent, Proposal, Question, Topic
from taskforce.web.sparring.queries.page import latest_answer
from taskforce.web.sparring.queries.sharing import can_be_shared, offered, offers_for
from taskforce.web.sparring.rules import members_of_the_desk


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the answer anonymous, and ask the municipality whether it may be shared."""
    question, caller = get_object_or_404(Question, pk=pk), caller_of(request)
    if not can_be_shared(question):
        return redirect("sparring-question", pk)
    begun = {"title": question.subject, "text": latest_answer(question)}
    form = ProposalForm(request.POST or None, initial=begun)
    names = ("title", "summary", "text")

    def act() -> None:
        told = {name: form.cleaned_data[name] for name in names}
        sharing.propose(question, **told, by=caller)

    if done(request, form, act):
        tell_about(question)
        messages.success(
            request, _("The municipality's coordinator is asked by mail and on the desk.")
        )
        return redirect("sparring-question", pk)
    shown = {"form": form, "question": question}
    return render(request, "sparring/proposal.html", shown, status=422 if form.errors else 200)


@may(speaks_for(Proposal))
@require_POST
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes or no to sharing the anonymous answer."""
    proposal, caller = get_object_or_404(Proposal, pk=pk), caller_of(request)
    if proposal.consent == Consent.ASKED:
        agrees = request.POST.get("agrees") == "yes"
        sharing.answer(proposal, agrees=agrees, by=caller)
        tell_about(proposal.question)
        messages.success(request, _("Thank you. Your answer has been kept."))
    return redirect("sparring-question", proposal.question_id)


@may(speaks_for(Proposal))
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a yes to sharing."""
    proposal, caller = get_object_or_404(Proposal, pk=pk), caller_of(request)
    if proposal.consent == Consent.GIVEN:
        sharing.withdraw(proposal, by=caller)
        tell_about(proposal.question)
        messages.success(request, _("You have taken back your yes. The text is no longer public."))
    return redirect("sparring-question", proposal.question_id)


@may(members_of_the_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def peers(request: HttpRequest) -> HttpResponse:
    """Who agreed to be asked about what, and the same for one's own municipality."""
    caller = caller_of(request)
    own = next(iter(offers_for(caller)), None)
    form = _offer_form(request, own) if own else None
    if own and form and done(request, form, lambda: sharing.offer(own, _topics(form), by=caller)):
        messages.success(request, _("Your changes have been saved."))
        return redirect("sparring-peers")
    return render(request, "sparring/peers.html", {"form": form, "own": own, "offered": offered()})


def _offer_form(request: HttpRequest, own: object) -> OfferForm:
    known = [one.topic for one in own.peer_offers.all()]  # type: ignore[attr-defined]
    given = request.POST if request.method == "POST" else None
    return OfferForm(given, initial={"topics": known})


def _topics(form: OfferForm) -> list[Topic]:
    return [Topic(one) for one in form.cleaned_data["topics"]]
