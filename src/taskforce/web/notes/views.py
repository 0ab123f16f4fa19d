"""The pages of notes and files; the things themselves show them on their own pages too."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from taskforce.web.frame.journal.record import seen
from taskforce.web.notes import actions, subjects
from taskforce.web.notes.forms import ChangedNoteForm, FileForm, NoteForm
from taskforce.web.notes.models import Attachment, Note
from taskforce.web.notes.rules import changes_note, reads_file, removes_file, removes_note
from taskforce.web.notes.subjects import sees_subject, shares_files
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may


@may(sees_subject)
@require_http_methods(["GET", "HEAD", "POST"])
def of_thing(request: HttpRequest, kind: str, thing_id: int) -> HttpResponse:
    """The notes and files of one thing, and a place to write the next."""
    thing = subjects.thing(kind, thing_id)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.write_note(thing, form.cleaned_data["text"], by=caller_of(request))
        messages.success(request, _("Your note has been saved."))
        return _back(request, kind, thing_id)
    return _show(request, thing, form)


@may(shares_files)
@require_POST
def attach(request: HttpRequest, kind: str, thing_id: int) -> HttpResponse:
    """Keep a file, or say why it cannot be kept."""
    thing = subjects.thing(kind, thing_id)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            actions.attach(thing, form.cleaned_data["file"], by=caller_of(request))
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            messages.success(request, _("The file has been saved."))
            return _back(request, kind, thing_id)
    return _show(request, thing, form)


@may(changes_note)
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend one's own note."""
    written = get_object_or_404(Note, pk=pk)
    form = ChangedNoteForm(request.POST or None, initial={"text": written.text})
    if request.method == "POST" and form.is_valid():
        actions.change_note(written, form.cleaned_data["text"], by=caller_of(request))
        messages.success(request, _("Your note has been saved."))
        return _back(request, written.kind, written.thing_id)
    return render(request, "notes/change.html", {"note": written, "form": form})


@may(removes_note)
@require_POST
def remove_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a note."""
    written = get_object_or_404(Note, pk=pk)
    actions.remove_note(written, by=caller_of(request))
    messages.success(request, _("The note has been removed."))
    return _back(request, written.kind, written.thing_id)


@may(reads_file)
@require_GET
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out a file, to be saved and never to be run as a page of ours."""
    attachment = get_object_or_404(Attachment, pk=pk)
    seen(attachment, by=caller_of(request))
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=True,
        filename=attachment.name,
        content_type=attachment.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@may(removes_file)
@require_POST
def remove_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a file."""
    attachment = get_object_or_404(Attachment, pk=pk)
    actions.remove_attachment(attachment, by=caller_of(request))
    messages.success(request, _("The file has been removed."))
    return _back(request, attachment.kind, attachment.thing_id)


def _show(request: HttpRequest, thing: Any, form: Form) -> HttpResponse:
    status = 422 if form.errors else 200
    given = {"thing": thing, "form": form}
    return render(request, "notes/notes.html", given, status=status)


def _back(request: HttpRequest, kind: str, thing_id: int) -> HttpResponse:
    """To the page that the form stood on, where it was one of ours."""
    asked = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    path = asked.partition("#")[0] if ours else reverse("notes", args=[kind, thing_id])
    return redirect(f"{path}#notes")
