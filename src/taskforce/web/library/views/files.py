"""The page on which the taskforce keeps the files of a material."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.library.actions import files as acting
from taskforce.web.library.forms.editing import PaperForm, VersionForm
from taskforce.web.library.models import Material, Paper, Version
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may
from taskforce.web.people.views.saving import done

_BOTH = require_http_methods(["GET", "HEAD", "POST"])


@may(consultants)
@_BOTH
def files(request: HttpRequest, pk: int) -> HttpResponse:
    """The files with their versions, and a place for the next."""
    material = get_object_or_404(Material, pk=pk)
    form = PaperForm(request.POST or None, request.FILES or None)

    def act() -> None:
        given = form.cleaned_data
        acting.add_paper(material, given["title"], given["file"], by=caller_of(request))

    if done(request, form, act):
        messages.success(request, _("The file has been saved."))
        return redirect("material-files", material.pk)
    papers = material.papers.prefetch_related("versions")
    given = {"material": material, "papers": papers, "form": form}
    return render(request, "library/files.html", given, status=422 if form.errors else 200)


@may(consultants)
@_BOTH
def newer(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a newer version of a file."""
    paper = get_object_or_404(Paper.objects.select_related("material"), pk=pk)
    form = VersionForm(request.POST or None, request.FILES or None)
    by = caller_of(request)
    if done(request, form, lambda: acting.add_version(paper, form.cleaned_data["file"], by=by)):
        messages.success(request, _("The new version has been saved."))
        return redirect("material-files", paper.material_id)
    given = {"material": paper.material, "paper": paper, "form": form}
    return render(request, "library/version_form.html", given, status=422 if form.errors else 200)


@may(consultants)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a version away."""
    version = get_object_or_404(Version.objects.select_related("paper"), pk=pk)
    material_id = version.paper.material_id
    acting.remove_version(version, by=caller_of(request))
    messages.success(request, _("The version has been removed."))
    return redirect("material-files", material_id)
