"""The pages on which the taskforce writes materials, and looks after those that grow old."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.library.actions import materials as acting
from taskforce.web.library.forms.editing import MaterialForm
from taskforce.web.library.markup import as_html
from taskforce.web.library.models import Material
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may
from taskforce.web.people.views.saving import done

_BOTH = require_http_methods(["GET", "HEAD", "POST"])


@may(consultants)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Every material with its owner and its day, the oldest first."""
    every = Material.objects.select_related("owner").order_by("expires_on", "title_da")
    today = localdate()
    given = {
        "materials": [(one, one.is_expired(today)) for one in every],
        "expired": sum(one.is_expired(today) for one in every),
    }
    return render(request, "library/desk.html", given)


@may(consultants)
@_BOTH
def new(request: HttpRequest) -> HttpResponse:
    """Write a material."""
    begun = {"checked_on": localdate(), "owner": caller_of(request).account_id}
    form = MaterialForm(request.POST or None, initial=begun)
    made: list[Material] = []

    def act() -> None:
        told = (form.told(), form.words())
        made.append(acting.write_material(*told, on=localdate(), by=caller_of(request)))

    if not _previews(request) and done(request, form, act):
        return _saved(request, made[0])
    return _ask(request, form, _("A new material"))


@may(consultants)
@_BOTH
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a material better."""
    one = get_object_or_404(Material, pk=pk)
    form = MaterialForm(request.POST or None, instance=one)

    def act() -> None:
        told = (one, form.told(), form.words())
        acting.change_material(*told, on=localdate(), by=caller_of(request))

    if not _previews(request) and done(request, form, act):
        return _saved(request, one)
    return _ask(request, form, _("Change “%(title)s”") % {"title": one.title}, one)


@may(consultants)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a material still holds."""
    one = get_object_or_404(Material, pk=pk)
    acting.confirm_material(one, on=localdate(), by=caller_of(request))
    messages.success(request, _("Noted: “%(title)s” still holds.") % {"title": one.title})
    return redirect("library-desk")


def _previews(request: HttpRequest) -> bool:
    return "preview" in request.POST


def _saved(request: HttpRequest, one: Material) -> HttpResponse:
    messages.success(request, _("The material has been saved."))
    return redirect("material", one.slug)


def _ask(
    request: HttpRequest, form: MaterialForm, heading: str, material: Material | None = None
) -> HttpResponse:
    previews = _previews(request)
    given = {
        "form": form,
        "heading": heading,
        "material": material,
        "previews": previews,
        "shown": [as_html(request.POST.get(name, "")) for name in ("body_da", "body_en")],
    }
    wrong = bool(form.errors) and not previews
    return render(request, "library/form.html", given, status=422 if wrong else 200)
