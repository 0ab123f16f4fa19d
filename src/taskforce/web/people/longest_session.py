"""Sign everybody out after a working day, however busy they have been."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

_BEGAN = "began_at"
Handler = Callable[[HttpRequest], HttpResponseBase]


def longest_session(get_response: Handler) -> Handler:
    """Note when a session began, and end it when its time is up."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        # Whoever has not signed in gets nothing noted, and so no cookie.
        if not request.user.is_authenticated or not _is_over(request):
            return get_response(request)
        logout(request)
        messages.info(request, _("You have been signed out, because it has been a long day."))
        return redirect_to_login(request.get_full_path(), reverse("account_login"))

    return answer


def _is_over(request: HttpRequest) -> bool:
    began: float = request.session.setdefault(_BEGAN, time.time())
    return time.time() - began > settings.LONGEST_SESSION.total_seconds()
