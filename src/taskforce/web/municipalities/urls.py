"""The addresses of the municipalities' pages."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.municipalities import views

urlpatterns = [
    path(pgettext_lazy("url", "municipalities/"), views.listing, name="municipalities"),
    path(pgettext_lazy("url", "municipalities/compare/"), views.comparison, name="compare"),
    path(pgettext_lazy("url", "municipalities/<slug:slug>/"), views.profile, name="municipality"),
]
