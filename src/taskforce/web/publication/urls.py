"""The addresses of the pages about method and open data."""

from __future__ import annotations

from django.urls import include, path
from django.utils.translation import pgettext_lazy

from taskforce.web.publication import developers, methods, open_data

# Each figure's page has a name of its own in each language, so that the language switch keeps it.
_FIGURES = {
    "need": pgettext_lazy("url", "figures/need/"),
    "white-spots": pgettext_lazy("url", "figures/white-spots/"),
    "change": pgettext_lazy("url", "figures/change/"),
    "growth": pgettext_lazy("url", "figures/growth/"),
    "mobile": pgettext_lazy("url", "figures/mobile-coverage/"),
    "promises": pgettext_lazy("url", "figures/promises/"),
    "reference": pgettext_lazy("url", "figures/official-figures/"),
    "disclosure": pgettext_lazy("url", "figures/small-numbers/"),
}

urlpatterns = [
    path(pgettext_lazy("url", "figures/"), methods.listing, name="methods"),
    *(
        path(place, methods.method, {"figure": figure}, name=f"method-{figure}")
        for figure, place in _FIGURES.items()
    ),
    path(pgettext_lazy("url", "open-data/"), open_data.listing, name="open-data"),
    path(pgettext_lazy("url", "developers/"), developers.developers, name="developers"),
    path("ogc/", include("taskforce.web.publication.ogc.urls")),
]
