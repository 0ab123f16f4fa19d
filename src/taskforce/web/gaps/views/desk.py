"""The reports as a municipality sees them: the list, one of them, and its answer."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.commitments.spreadsheet import as_csv as written
from taskforce.web.frame.downloads import CSV, download
from taskforce.web.frame.journal.record import seen
from taskforce.web.gaps.actions import answering, following
from taskforce.web.gaps.actions.files import TYPES
from taskforce.web.gaps.forms.answering import AnswerForm, AskedForm, PassOnForm
from taskforce.web.gaps.models import AnswerTemplate, Gap, Outcome
from taskforce.web.gaps.queries import access
from taskforce.web.gaps.queries.groups import same_place
from taskforce.web.gaps.queries.listing import rows
from taskforce.web.gaps.queries.map_word import map_word
from taskforce.web.gaps.queries.sheet import sheet
from taskforce.web.gaps.rules import answers_gap, readers, sees_gap
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done

_PER_PAGE = 50


@may(readers)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The reports, those that are overdue on top."""
    caller = caller_of(request)
    form = _form(request, caller)
    found = rows(caller, form.asked(), localdate())
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    given = {
        "form": form,
        "page": page,
        "rows": page.object_list,
        "overdue": sum(row.overdue for row in found),
        "all": access.seen_by(caller).count(),
        "answers": access.answers_some(caller),
    }
    return render(request, "gaps/listing.html", given)


@may(readers)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The rows that the page shows, for a spreadsheet; without any mail address."""
    caller, today = caller_of(request), localdate()
    content = written(sheet(rows(caller, _form(request, caller).asked(), today), on=today))
    return download(content, CSV, f"meldinger-{today:%Y-%m-%d}.csv")


@may(sees_gap)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said, what the map says, what is near, and what has happened."""
    gap, caller = _gap(pk), caller_of(request)
    given = {
        "gap": gap,
        "overdue": gap.is_overdue(localdate()),
        "map_word": map_word(gap.address_id),
        "steps": list(gap.steps.select_related("municipality")),
        "also": [one.municipality.name for one in gap.neighbours.select_related("municipality")],
        "alike": [other for other in same_place(gap) if access.sees(caller, other)],
        "answers": access.answers(caller, gap),
        "is_pdf": gap.photo.name.endswith(".pdf") if gap.photo.name else False,
    }
    return render(request, "gaps/gap.html", given)


@may(sees_gap)
@require_safe
def photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photo or the proof; that it was read is written down."""
    gap = _gap(pk)
    if not gap.photo:
        raise Http404
    seen(gap, by=caller_of(request), what="gap.photo_read")
    ending = PurePosixPath(gap.photo.name or "").suffix.removeprefix(".")
    response = FileResponse(
        gap.photo.open("rb"),
        as_attachment=ending == "pdf",
        filename=f"{gap.number}.{ending}",
        content_type=TYPES[ending],
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@may(answers_gap)
@require_POST
def look_into(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the one who reported that somebody has begun."""
    gap, caller = _gap(pk), caller_of(request)
    try:
        answering.look_into(gap, access.answering_for(caller, gap), by=caller)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The receipt now says that you are looking into it."))
    return redirect("gap", pk)


@may(answers_gap)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer, with one of the ready-made texts to begin with if wished."""
    gap, caller = _gap(pk), caller_of(request)
    alike = [one for one in same_place(gap) if one.is_open and access.answers(caller, one)]
    templates = access.templates_for(caller, access.answering_for(caller, gap))
    begun = {"text": _begun(templates, request.GET.get("text", ""))}
    form = AnswerForm(request.POST or None, initial=begun, alike=len(alike))
    if done(request, form, lambda: _answer(gap, alike, form, caller)):
        return _told(request, [gap, *alike] if form.cleaned_data.get("everyone") else [gap], caller)
    given = {"form": form, "gap": gap, "templates": templates, "alike": alike}
    return render(request, "gaps/answer.html", given, status=422 if form.errors else 200)


@may(answers_gap)
@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a report to the municipality that it is for."""
    gap, caller = _gap(pk), caller_of(request)
    form = PassOnForm(request.POST or None)

    def act() -> None:
        place = get_object_or_404(Organisation, code=form.cleaned_data["municipality"])
        answering.pass_on(gap, place, by=caller)

    if done(request, form, act):
        messages.success(request, _("The report has been passed on."))
        return redirect("gaps")
    given = {"form": form, "gap": gap}
    return render(request, "gaps/pass_on.html", given, status=422 if form.errors else 200)


def _answer(gap: Gap, alike: list[Gap], form: AnswerForm, caller: Caller) -> None:
    given = form.cleaned_data
    said = answering.Answer(
        access.answering_for(caller, gap), Outcome(given["outcome"]), given["text"]
    )
    if given.get("everyone"):
        answering.answer_all([gap, *alike], said, by=caller)
    else:
        answering.answer(gap, said, by=caller)


def _told(request: HttpRequest, gaps: list[Gap], caller: Caller) -> HttpResponse:
    for gap in gaps:
        following.send_answers(by=caller, gap=gap)
    words = ngettext(
        "%(count)s report has been answered.", "%(count)s reports have been answered.", len(gaps)
    )
    messages.success(request, words % {"count": len(gaps)})
    return redirect("gap", gaps[0].pk)


def _begun(templates: list[AnswerTemplate], wanted: str) -> str:
    return next((one.text for one in templates if str(one.pk) == wanted), "")


def _gap(pk: int) -> Gap:
    return get_object_or_404(Gap.objects.select_related("municipality"), pk=pk)


def _form(request: HttpRequest, caller: Caller) -> AskedForm:
    found = access.seen_by(caller).order_by()
    held = set(found.values_list("municipality__code", "municipality__name"))
    places = sorted(held, key=lambda one: in_danish_order(one[1]))
    return AskedForm(request.GET, places=places)
