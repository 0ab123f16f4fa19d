"""How a municipality answers: its days, and its ready-made texts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.gaps.actions import answering
from taskforce.web.gaps.forms.answering import DaysForm, TemplateForm
from taskforce.web.gaps.models import AnswerTemplate
from taskforce.web.gaps.queries import access
from taskforce.web.gaps.queries.deadlines import days_of
from taskforce.web.gaps.rules import answerers, keeps_template
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.people.rights import keeps_municipality, may
from taskforce.web.people.views.saving import done

_BOTH = require_http_methods(["GET", "HEAD", "POST"])


@may(answerers)
@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """The days and the texts of the caller's municipalities."""
    caller = caller_of(request)
    texts = access.templates_for(caller)
    places = access.answering_municipalities(caller)
    given = {
        "days": [(one, days_of(one)) for one in places],
        "texts": [(one, access.keeps_template(caller, one)) for one in texts],
    }
    return render(request, "gaps/answers.html", given)


@may(keeps_municipality)
@_BOTH
def days(request: HttpRequest, code: str) -> HttpResponse:
    """Within how many days a municipality answers."""
    kind = OrganisationKind.MUNICIPALITY
    place = get_object_or_404(Organisation, code=code, kind=kind)
    form = DaysForm(request.POST or None, initial={"days": days_of(place)})
    caller = caller_of(request)
    if done(request, form, lambda: answering.set_days(place, form.cleaned_data["days"], by=caller)):
        return _saved(request)
    heading = _("Days until the answer: %(name)s") % {"name": place.name}
    return _ask(request, form, heading)


@may(answerers)
@_BOTH
def text_new(request: HttpRequest) -> HttpResponse:
    """Keep a text to begin answers with."""
    caller = caller_of(request)
    places = list(access.answering_municipalities(caller))
    form = TemplateForm(request.POST or None, places=places, for_everyone=caller.is_consultant)

    def act() -> None:
        given, by_code = form.cleaned_data, {one.code: one for one in places}
        place = by_code.get(given["municipality"])
        answering.add_template(place, given["title"], given["text"], by=caller)

    if done(request, form, act):
        return _saved(request)
    return _ask(request, form, _("A new text to begin answers with"))


@may(keeps_template)
@_BOTH
def text_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a text better."""
    template, caller = get_object_or_404(AnswerTemplate, pk=pk), caller_of(request)
    form = TemplateForm(
        request.POST or None,
        places=[],
        for_everyone=True,
        choosing=False,
        initial={"title": template.title, "text": template.text},
    )

    def act() -> None:
        given = form.cleaned_data
        answering.change_template(template, given["title"], given["text"], by=caller)

    if done(request, form, act):
        return _saved(request)
    return _ask(request, form, _("Change the text"), template=template)


@may(keeps_template)
@require_POST
def text_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a text away."""
    answering.remove_template(get_object_or_404(AnswerTemplate, pk=pk), by=caller_of(request))
    messages.success(request, _("The text has been removed."))
    return redirect("gap-answers")


def _saved(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Your changes have been saved."))
    return redirect("gap-answers")


def _ask(
    request: HttpRequest,
    form: DaysForm | TemplateForm,
    heading: str,
    template: AnswerTemplate | None = None,
) -> HttpResponse:
    given = {"form": form, "heading": heading, "template": template}
    return render(request, "gaps/form.html", given, status=422 if form.errors else 200)
