"""Upload a list, look at what it would do, take it in, and undo it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.vocabulary.errors import Refused
from taskforce.web.frame.downloads import download
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done
from taskforce.web.sites.actions import uploads as actions
from taskforce.web.sites.forms.uploads import UploadForm
from taskforce.web.sites.models import Layout, Upload
from taskforce.web.sites.queries.access import owners_for
from taskforce.web.sites.queries.plan import plan_of
from taskforce.web.sites.queries.rejected import rejected_rows
from taskforce.web.sites.queries.template import TEMPLATES, template
from taskforce.web.sites.queries.uploads import taken_in_by
from taskforce.web.sites.rules import keepers, keeps_upload

_SHOWN = 200


@may(keepers)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; it is looked at first, and changes nothing yet."""
    caller = caller_of(request)
    form = UploadForm(request.POST or None, request.FILES or None, owners=list(owners_for(caller)))
    kept: list[Upload] = []

    def act() -> None:
        layout = Layout(form.cleaned_data["layout"])
        kept.append(actions.keep_upload(form.whose(), layout, form.cleaned_data["file"], by=caller))

    if done(request, form, act):
        return redirect("sites-upload-look", kept[0].pk)
    shown = {"form": form, "uploads": taken_in_by(caller), "templates": list(TEMPLATES)}
    return render(request, "sites/upload.html", shown, status=422 if form.errors else 200)


@may(keeps_upload)
@require_safe
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """What the list would add, change and leave out, row by row."""
    kept = get_object_or_404(Upload, pk=pk)
    if not kept.waits:
        return redirect("sites-upload")
    try:
        plan = plan_of(kept)
    except Refused as refused:
        shown = {"upload": kept, "why": _said(refused)}
        return render(request, "sites/refused.html", shown, status=422)
    shown = {"upload": kept, "plan": plan, "most": _SHOWN}
    return render(request, "sites/look.html", shown)


@may(keeps_upload)
@require_POST
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what the page before has shown."""
    kept = get_object_or_404(Upload, pk=pk)
    try:
        plan = plan_of(kept)
        actions.take_in(kept, plan, by=caller_of(request))
    except (Refused, ValidationError) as error:
        told = error.messages if isinstance(error, ValidationError) else [_said(error)]
        messages.error(request, _("Nothing was taken in. %(why)s") % {"why": " ".join(told)})
        return redirect("sites-upload")
    number = len(plan.added) + len(plan.altered)
    words = ngettext("%(count)s site is taken in.", "%(count)s sites are taken in.", number)
    messages.success(request, words % {"count": number})
    return redirect("sites-own")


@may(keeps_upload)
@require_safe
def rejected(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that are left out, to mend and upload again."""
    kept = get_object_or_404(Upload, pk=pk)
    try:
        content = rejected_rows(plan_of(kept))
    except (Refused, OSError) as refused:
        raise Http404 from refused
    return download(content, "text/csv; charset=utf-8", "udeladte-raekker.csv")


@may(keeps_upload)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Make everything as it was before the list."""
    kept = get_object_or_404(Upload, pk=pk)
    try:
        undone = actions.undo(kept, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("sites-upload")
    words = ngettext(
        "%(count)s site is as it was before.",
        "%(count)s sites are as they were before.",
        undone.back,
    )
    messages.success(request, words % {"count": undone.back})
    if undone.kept:
        left = ngettext(
            "%(count)s site has been changed or asked for since, and is left as it is.",
            "%(count)s sites have been changed or asked for since, and are left as they are.",
            undone.kept,
        )
        messages.warning(request, left % {"count": undone.kept})
    return redirect("sites-upload")


@may(keepers)
@require_safe
def empty_list(request: HttpRequest, kind: str) -> HttpResponse:
    """A list with its columns and one example, to fill in."""
    if kind not in TEMPLATES:
        raise Http404
    return download(template(kind), TEMPLATES[kind], f"ejendomme-skabelon.{kind}")


def _said(refused: Refused) -> str:
    return refused.in_language(get_language() or "da")
