"""My account: what everybody decides about themselves."""

from __future__ import annotations

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from taskforce.web.people.actions.accounts import change_own
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.accounts import MyAccountForm
from taskforce.web.people.inviting import roles_for
from taskforce.web.people.models import Account
from taskforce.web.people.queries.accounts import account_line
from taskforce.web.people.rights import may, signed_in


@may(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def my_account(request: HttpRequest) -> HttpResponse:
    """One's own name, language, mails, and how one signs in."""
    own = Account.objects.get(pk=caller_of(request).account_id)
    known = {"name": own.name, "language": own.language, "digest": own.digest}
    form = MyAccountForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        change_own(own, form.cleaned_data, by=caller_of(request))
        with translation.override(own.language):
            messages.success(request, _("Your account has been changed."))
            return redirect("my-account")
    shown = {
        "line": account_line(own),
        "form": form,
        "may_invite": bool(roles_for(caller_of(request))),
        "services": get_adapter().list_providers(request),
        "is_connected": SocialAccount.objects.filter(user=own).exists(),
    }
    return render(request, "people/accounts/my_account.html", shown)
