"""The addresses of what other sites show."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.embeds.views import code, frames

urlpatterns = [
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/show-on-your-site/"),
        code.code,
        name="embed-code",
    ),
    path(pgettext_lazy("url", "framed/<slug:slug>/profile/"), frames.card, name="embed-card"),
    path(
        pgettext_lazy("url", "framed/<slug:slug>/figure/<slug:which>/"),
        frames.figure,
        name="embed-figure",
    ),
    path(pgettext_lazy("url", "framed/<slug:slug>/map/"), frames.small_map, name="embed-small-map"),
    path(
        pgettext_lazy("url", "framed/<slug:slug>/map.svg"),
        frames.map_picture,
        name="embed-map-picture",
    ),
    path(pgettext_lazy("url", "framed/<slug:slug>/badges/"), frames.badges, name="embed-badges"),
]
