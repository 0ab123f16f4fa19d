"""The addresses of editions: for the taskforce, and of each figure's certificate for everybody."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.editions.views import inside

urlpatterns = [
    path(pgettext_lazy("url", "editions/"), inside.listing, name="editions"),
    path(pgettext_lazy("url", "editions/<str:edition>/"), inside.preview, name="edition-preview"),
    path(pgettext_lazy("url", "editions/<str:edition>/back/"), inside.back, name="edition-back"),
]
