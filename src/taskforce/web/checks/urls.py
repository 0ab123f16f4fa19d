"""The addresses of checks; what is asked stands behind the question mark."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.checks.views import answer, start, steps

urlpatterns = [
    path(pgettext_lazy("url", "check/"), start.start, name="checks"),
    path(pgettext_lazy("url", "check/<str:case>/"), steps.step, name="check"),
    path(pgettext_lazy("url", "check/<str:case>/answer/"), answer.show, name="check-answer"),
    path(
        pgettext_lazy("url", "check/<str:case>/everywhere/"),
        answer.elsewhere,
        name="check-everywhere",
    ),
    path(pgettext_lazy("url", "check/<str:case>/checklist.pdf"), answer.paper, name="check-pdf"),
    path(
        pgettext_lazy("url", "check/<str:case>/answer.json"), answer.for_machines, name="check-json"
    ),
]
