"""The addresses of the workspace."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.workspace import views

urlpatterns = [path(pgettext_lazy("url", "desk/"), views.start, name="workspace")]
