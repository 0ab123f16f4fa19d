"""Read the mails that the demonstration keeps."""

from __future__ import annotations

from django.db.models import QuerySet

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Account
from taskforce.web.workspace.models import Mail


def mails_for(caller: Caller) -> QuerySet[Mail]:
    """One's own mails; an administrator looks after them all."""
    if caller.is_administrator:
        return Mail.objects.all()
    own = Account.objects.filter(pk=caller.account_id).values("email")
    return Mail.objects.filter(recipient__in=own)
