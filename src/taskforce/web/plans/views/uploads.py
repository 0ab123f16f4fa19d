"""Upload a plan, look at what was read in it, take it in, or let it go."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.vocabulary.errors import Refused
from taskforce.web.cases.models.openness import organisations
from taskforce.web.frame.downloads import download
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Role
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done
from taskforce.web.plans.actions import plans as actions
from taskforce.web.plans.forms.uploads import PlanForm, VersionForm
from taskforce.web.plans.models import PlanVersion, RolloutPlan
from taskforce.web.plans.queries.access import operators_for
from taskforce.web.plans.queries.look import look_at
from taskforce.web.plans.queries.rejected import left_out_csv
from taskforce.web.plans.queries.template import TEMPLATES, template
from taskforce.web.plans.rules import keepers, keeps_plan, keeps_version
from taskforce.web.plans.views.files import private


@may(keepers)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose a file; it is looked at first, and counts for nothing yet."""
    caller = caller_of(request)
    form = _plan_form(request, caller)

    def act() -> PlanVersion:
        told, file = form.told(), form.cleaned_data["file"]
        return actions.begin_plan(form.plan(), told=told, file=file, by=caller)

    return _asked(request, form, act, {"templates": list(TEMPLATES)})


@may(keeps_plan)
@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Upload the next version of a plan."""
    plan, caller = get_object_or_404(RolloutPlan, pk=pk), caller_of(request)
    form = VersionForm(request.POST or None, request.FILES or None, initial=_as_before(plan))

    def act() -> PlanVersion:
        told, file = form.told(), form.cleaned_data["file"]
        return actions.add_version(plan, told=told, file=file, by=caller)

    return _asked(request, form, act, {"plan": plan, "templates": list(TEMPLATES)})


@may(keeps_version)
@require_safe
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read in the file, what it promises, and every row that is left out."""
    version = get_object_or_404(PlanVersion.objects.select_related("plan__operator"), pk=pk)
    shown = {"version": version, "read": look_at(version)}
    return private(render(request, "plans/look.html", shown))


@may(keeps_version)
@require_POST
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it count."""
    version = get_object_or_404(PlanVersion.objects.select_related("plan__operator"), pk=pk)
    try:
        actions.take_in(version, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("rollout-version-look", pk)
    words = ngettext(
        "The plan promises %(count)s address. It is compared with the mapping tonight.",
        "The plan promises %(count)s addresses. It is compared with the mapping tonight.",
        version.promises,
    )
    messages.success(request, words % {"count": version.promises})
    return redirect("rollout", version.plan_id)


@may(keeps_version)
@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a file go that nobody has said yes to."""
    version = get_object_or_404(PlanVersion.objects.select_related("plan__operator"), pk=pk)
    try:
        actions.forget(version, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The file is gone. Nothing was taken in."))
    return redirect("rollouts")


@may(keeps_version)
@require_safe
def left_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that are left out, to mend and upload again."""
    version = get_object_or_404(PlanVersion, pk=pk)
    return download(left_out_csv(version), "text/csv; charset=utf-8", "udeladte-raekker.csv")


@may(keepers)
@require_safe
def empty_list(request: HttpRequest, kind: str) -> HttpResponse:
    """A list with its columns, to fill in."""
    if kind not in TEMPLATES:
        raise Http404
    return download(template(kind), TEMPLATES[kind], f"udrulningsplan-skabelon.{kind}")


def _asked(request: HttpRequest, form: forms.Form, act: Any, shown: dict[str, Any]) -> HttpResponse:
    kept: list[PlanVersion] = []

    def keep() -> None:
        try:
            kept.append(act())
        except Refused as refused:
            words = refused.in_language(get_language() or "da")
            raise ValidationError({"file": [words]}) from refused

    if done(request, form, keep):
        return redirect("rollout-version-look", kept[0].pk)
    status = 422 if form.errors else 200
    return private(render(request, "plans/upload.html", {"form": form, **shown}, status=status))


def _plan_form(request: HttpRequest, caller: Caller) -> PlanForm:
    return PlanForm(
        request.POST or None,
        request.FILES or None,
        operators=list(operators_for(caller)),
        own=organisations(caller, Role.OPERATOR),
    )


def _as_before(plan: RolloutPlan) -> dict[str, Any]:
    """What held for the version before is likely to hold again."""
    newest = plan.versions.first()
    if newest is None:
        return {}
    speeds = {"download": newest.download_kbps / 1000, "upload": newest.upload_kbps / 1000}
    return {
        "source": newest.source,
        "technology": newest.technology,
        "due": newest.due,
        "sureness": newest.sureness,
        **{name: f"{speed:g}" for name, speed in speeds.items()},
    }
