"""The addresses of the pages about accounts."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.people.views import (
    accepting,
    accounts,
    group_roles,
    invitations,
    journal,
    my_account,
)

urlpatterns = [
    path(pgettext_lazy("url", "my-account/"), my_account.my_account, name="my-account"),
    path(pgettext_lazy("url", "accounts/"), accounts.listing, name="accounts"),
    path(pgettext_lazy("url", "accounts/<int:pk>/"), accounts.account, name="account"),
    path(
        pgettext_lazy("url", "accounts/<int:pk>/roles/<int:grant>/take/"),
        accounts.take_role,
        name="account-take-role",
    ),
    path(
        pgettext_lazy("url", "accounts/<int:pk>/close/"),
        accounts.set_active,
        {"active": False},
        name="account-close",
    ),
    path(
        pgettext_lazy("url", "accounts/<int:pk>/open/"),
        accounts.set_active,
        {"active": True},
        name="account-open",
    ),
    path(
        pgettext_lazy("url", "accounts/<int:pk>/second-factor/remove/"),
        accounts.remove_second_factor,
        name="account-remove-second-factor",
    ),
    path(pgettext_lazy("url", "groups/"), group_roles.group_roles, name="group-roles"),
    path(
        pgettext_lazy("url", "groups/<int:pk>/remove/"),
        group_roles.remove,
        name="group-role-remove",
    ),
    path(pgettext_lazy("url", "invitations/"), invitations.invitations, name="invitations"),
    path(
        pgettext_lazy("url", "invitations/<int:pk>/send-again/"),
        invitations.send_again,
        name="invitation-send-again",
    ),
    path(
        pgettext_lazy("url", "invitations/<int:pk>/withdraw/"),
        invitations.withdraw,
        name="invitation-withdraw",
    ),
    path(pgettext_lazy("url", "invitation/<str:token>/"), accepting.accept, name="accept"),
    path(pgettext_lazy("url", "journal/"), journal.journal, name="journal"),
    path(pgettext_lazy("url", "journal/check/"), journal.verify, name="journal-verify"),
    path(pgettext_lazy("url", "journal/<int:number>/"), journal.entry, name="journal-entry"),
]
