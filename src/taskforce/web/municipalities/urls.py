"""The addresses of the municipalities' pages."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.municipalities import views
from taskforce.web.municipalities.counted import views as counted

urlpatterns = [
    path(pgettext_lazy("url", "municipalities/"), views.listing, name="municipalities"),
    path(pgettext_lazy("url", "municipalities/compare/"), views.comparison, name="compare"),
    path(pgettext_lazy("url", "municipalities/<slug:slug>/"), views.profile, name="municipality"),
    path(
        pgettext_lazy("url", "figures/counted/<str:place>/<slug:name>/"),
        counted.counted,
        name="counted",
    ),
    path(
        pgettext_lazy("url", "figures/counted/<str:place>/<slug:name>.json"),
        counted.counted_json,
        name="counted-json",
    ),
    path(
        pgettext_lazy("url", "figures/counted/<str:place>/<slug:name>/<str:stamp>/"),
        counted.counted,
        name="counted-then",
    ),
]
