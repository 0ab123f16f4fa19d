"""Which role a group of the sign-in service brings."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.people.actions.group_roles import add_group_role, remove_group_role
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.accounts import GroupRoleForm
from taskforce.web.people.models import GroupRole, Role
from taskforce.web.people.rights import administrators, may
from taskforce.web.people.views.accounts import put_into


@may(administrators)
@require_http_methods(["GET", "HEAD", "POST"])
def group_roles(request: HttpRequest) -> HttpResponse:
    """The list, and a form for the next line."""
    form = GroupRoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            add_group_role(
                given["group"],
                Role(given["role"]),
                organisation=given["organisation"],
                by=caller_of(request),
            )
        except ValidationError as error:
            put_into(form, error)
        else:
            messages.success(request, _("The group now brings the role."))
            return redirect("group-roles")
    shown = {
        "form": form,
        "rules": GroupRole.objects.select_related("organisation"),
        "is_configured": bool(settings.SOCIALACCOUNT_PROVIDERS),
    }
    status = 422 if form.errors else 200
    return render(request, "people/accounts/group_roles.html", shown, status=status)


@may(administrators)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """The group no longer brings the role."""
    remove_group_role(get_object_or_404(GroupRole, pk=pk), by=caller_of(request))
    messages.success(request, _("The group no longer brings the role."))
    return redirect("group-roles")
