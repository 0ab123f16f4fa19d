"""Tell the other side by mail: the taskforce of what awaits it, the municipality of the answer."""

from __future__ import annotations

from smtplib import SMTPException

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from taskforce.web.people.letters import send_letter
from taskforce.web.people.models import Account, Grant, Role
from taskforce.web.profiles.models import ProfileVersion


def tell(version: ProfileVersion) -> int:
    """Send the mails; how many went. What does not go still awaits them at their desk."""
    role = Role.CONSULTANT if version.is_sent else Role.COORDINATOR
    return sum(_sent(version, one) for one in _accounts(version, role))


def _accounts(version: ProfileVersion, role: Role) -> list[Account]:
    grants = Grant.objects.filter(role=role, account__is_active=True).select_related("account")
    if role == Role.COORDINATOR:
        grants = grants.filter(organisation=version.piece.municipality)
    return list(dict.fromkeys(one.account for one in grants))


def _sent(version: ProfileVersion, account: Account) -> bool:
    with translation.override(account.language):
        link = settings.SITE_URL + reverse("profile-version", args=[version.pk])
    told = {"version": version, "municipality": version.piece.municipality, "link": link}
    try:
        send_letter("profiles/mails/news", account.email, language=account.language, told=told)
    except (SMTPException, OSError):
        return False
    return True
