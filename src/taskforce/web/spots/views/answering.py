"""What an operator sees: the newest list with its own answers, and its answer about one of them."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.frame.journal.record import seen
from taskforce.web.gaps.actions.files import TYPES
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Organisation, Role
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done
from taskforce.web.spots.actions.answering import answer as keep
from taskforce.web.spots.forms.following_up import AnswerForm
from taskforce.web.spots.models import Spot, SpotAnswer
from taskforce.web.spots.queries.asked_now import newest_list, questions
from taskforce.web.spots.rules import operators, sees_answer

_PER_PAGE = 25


@may(operators)
@require_safe
def to_answer(request: HttpRequest) -> HttpResponse:
    """The newest list; what has not been answered is on top."""
    firm = _firm(caller_of(request))
    found = sorted(questions(firm), key=lambda one: one.answer is not None)
    newest = newest_list()
    given = {
        "page": Paginator(found, _PER_PAGE).get_page(request.GET.get("page")),
        "firm": firm,
        "newest": newest,
        "over": newest.is_over(localdate()) if newest else False,
        "open": sum(one.answer is None for one in found),
    }
    return render(request, "spots/to_answer.html", given)


@may(operators)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer about one white spot, or change the answer."""
    spot = get_object_or_404(Spot.objects.select_related("municipality"), pk=pk)
    caller, newest = caller_of(request), newest_list()
    if newest is None or not newest.asks_about(spot.spot_id):
        raise Http404
    firm = _firm(caller)
    known = SpotAnswer.objects.filter(spot_list=newest, spot=spot, operator=firm).first()
    form = AnswerForm(request.POST or None, request.FILES or None, initial=_begun(known))
    if done(request, form, lambda: _keep(spot, firm, form, caller)):
        messages.success(request, _("Your answer has been saved."))
        return redirect("spots-to-answer")
    given = {"form": form, "spot": spot, "newest": newest, "known": known}
    return render(request, "spots/answer.html", given, status=422 if form.errors else 200)


@may(sees_answer)
@require_safe
def proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The proof that came with an answer; that it was read is written down."""
    found = get_object_or_404(SpotAnswer.objects.select_related("operator"), pk=pk)
    if not found.proof:
        raise Http404
    seen(found, by=caller_of(request), what="spotanswer.proof_read")
    ending = PurePosixPath(found.proof.name or "").suffix.removeprefix(".")
    response = FileResponse(
        found.proof.open("rb"),
        as_attachment=True,
        filename=f"svar-{found.pk}.{ending}",
        content_type=TYPES[ending],
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _keep(spot: Spot, firm: Organisation, form: AnswerForm, caller: Caller) -> None:
    said = {name: form.cleaned_data[name] for name in ("kind", "builds_by", "text")}
    keep(spot, firm, said, on=localdate(), by=caller, proof=form.cleaned_data["proof"])


def _begun(known: SpotAnswer | None) -> dict[str, object]:
    if known is None:
        return {}
    return {"kind": known.kind, "builds_by": known.builds_by, "text": known.text}


def _firm(caller: Caller) -> Organisation:
    # Somebody who speaks for several firms answers for the first; the page says for which.
    held = next(one for one in caller.held if one.role == Role.OPERATOR)
    return get_object_or_404(Organisation, pk=held.organisation_id)
