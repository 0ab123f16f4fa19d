"""The addresses of the pages about organisations, their people, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from taskforce.web.people.views import (
    asking,
    bulk,
    confirmation,
    contact_log,
    duties,
    organisations,
    personal_data,
    persons,
)

_PLACES: tuple[tuple[Any, Callable[..., Any], str], ...] = (
    (pgettext_lazy("url", "whom-do-i-ask/"), asking.whom_to_ask, "whom-to-ask"),
    (pgettext_lazy("url", "organisations/"), organisations.listing, "organisations"),
    (pgettext_lazy("url", "organisations/new/"), organisations.add, "organisation-add"),
    (pgettext_lazy("url", "organisations/<int:pk>/"), organisations.organisation, "organisation"),
    (
        pgettext_lazy("url", "organisations/<int:pk>/change/"),
        organisations.change,
        "organisation-change",
    ),
    (
        pgettext_lazy("url", "organisations/<int:pk>/confirm/"),
        organisations.confirm,
        "organisation-confirm",
    ),
    (pgettext_lazy("url", "organisations/<int:pk>/contacts/new/"), persons.add, "contact-add"),
    (
        pgettext_lazy("url", "organisations/<int:pk>/shared-address/"),
        contact_log.set_address,
        "role-address",
    ),
    (
        pgettext_lazy("url", "organisations/<int:pk>/log/new/"),
        contact_log.add_entry,
        "contact-log-add",
    ),
    (
        pgettext_lazy("url", "shared-addresses/<int:pk>/remove/"),
        contact_log.remove_address,
        "role-address-remove",
    ),
    (pgettext_lazy("url", "log/<int:pk>/change/"), contact_log.change_entry, "contact-log-change"),
    (pgettext_lazy("url", "log/<int:pk>/taken/"), contact_log.step_taken, "next-step-taken"),
    (pgettext_lazy("url", "people/<int:pk>/"), persons.person, "person"),
    (pgettext_lazy("url", "people/<int:pk>/change/"), persons.change, "person-change"),
    (pgettext_lazy("url", "people/<int:pk>/confirm/"), persons.confirmed, "person-confirm"),
    (pgettext_lazy("url", "people/<int:pk>/left/"), persons.left, "person-left"),
    (pgettext_lazy("url", "people/<int:pk>/roles/new/"), duties.start, "duty-add"),
    (pgettext_lazy("url", "roles/<int:pk>/change/"), duties.change, "duty-change"),
    (pgettext_lazy("url", "roles/<int:pk>/hand-over/"), duties.hand_over, "duty-hand-over"),
    (pgettext_lazy("url", "roles/<int:pk>/end/"), duties.end, "duty-end"),
    (pgettext_lazy("url", "people/<int:pk>/data/"), personal_data.of_person, "person-data"),
    (pgettext_lazy("url", "people/<int:pk>/erase/"), personal_data.erase, "person-erase"),
    (pgettext_lazy("url", "accounts/<int:pk>/data/"), personal_data.of_account, "account-data"),
    (
        pgettext_lazy("url", "accounts/<int:pk>/erase/"),
        personal_data.erase_whole_account,
        "account-erase",
    ),
    (pgettext_lazy("url", "my-data/"), personal_data.mine, "my-data"),
    (pgettext_lazy("url", "my-data/download/"), personal_data.download_mine, "my-data-download"),
    (pgettext_lazy("url", "my-data/confirm/"), personal_data.confirm_mine, "my-data-confirm"),
    (pgettext_lazy("url", "contacts/import/"), bulk.contacts, "contacts-import"),
    (pgettext_lazy("url", "confirm/thanks/"), confirmation.answered, "details-answered"),
    (
        pgettext_lazy("url", "confirm/<str:token>/"),
        confirmation.confirmation,
        "confirm-details",
    ),
)

urlpatterns: list[URLPattern] = [path(place, view, name=name) for place, view, name in _PLACES]
