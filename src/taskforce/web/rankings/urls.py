"""The addresses of rankings: they stand below those of the sites that they rank."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.rankings.views import page, requests

urlpatterns = [
    path(pgettext_lazy("url", "sites/ranking/"), page.ranking, name="ranking"),
    path(
        pgettext_lazy("url", "sites/ranking/ranking.<str:kind>"),
        page.export,
        name="ranking-export",
    ),
    path(
        pgettext_lazy("url", "sites/ranking/requests/"), requests.listing, name="ranking-requests"
    ),
    path(pgettext_lazy("url", "sites/ranking/ask/"), requests.ask, name="ranking-ask"),
    path(
        pgettext_lazy("url", "sites/ranking/requests/<int:pk>/cancel/"),
        requests.cancel,
        name="ranking-request-cancel",
    ),
]
