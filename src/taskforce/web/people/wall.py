"""The wall in front of every page: nothing opens unless its rule says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from taskforce.web.people import second_factor
from taskforce.web.people.caller import caller_of
from taskforce.web.people.doors import rule_for
from taskforce.web.people.rights import everyone


class Wall:
    """Asks the rule of each page before the page itself is asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, _args: Any, where: dict[str, Any]
    ) -> HttpResponse | None:
        """Let in, send to the sign-in page, or refuse."""
        rule = rule_for(request, view)
        if rule is everyone:
            return None
        caller = caller_of(request)
        if not caller.signed_in:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if rule is None or not rule.allows(caller, where):
            raise PermissionDenied
        if second_factor.is_missing(request, caller):
            return redirect(second_factor.SETTING_UP)
        return None
