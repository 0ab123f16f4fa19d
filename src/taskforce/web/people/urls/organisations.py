"""The addresses of the pages about organisations, their people, and whom to ask."""

from __future__ import annotations

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy

from taskforce.web.people.views import confirmation, organisations

urlpatterns: list[URLPattern] = [
    path(pgettext_lazy("url", "organisations/"), organisations.listing, name="organisations"),
    path(
        pgettext_lazy("url", "organisations/<int:pk>/"),
        organisations.organisation,
        name="organisation",
    ),
    path(pgettext_lazy("url", "confirm/thanks/"), confirmation.answered, name="details-answered"),
    path(
        pgettext_lazy("url", "confirm/<str:token>/"),
        confirmation.confirmation,
        name="confirm-details",
    ),
]
