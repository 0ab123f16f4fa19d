"""The addresses of the pages about the rules, and about who follows the guidelines."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.guidelines.views import deciding, history, matrix, public, values

urlpatterns = [
    path(pgettext_lazy("url", "guidelines/"), matrix.guidelines, name="guidelines"),
    path(
        pgettext_lazy("url", "guidelines/matrix.<str:kind>"),
        matrix.export,
        name="guidelines-export",
    ),
    path(pgettext_lazy("url", "guidelines/rules/"), public.rules, name="guidelines-rules"),
    path(
        pgettext_lazy("url", "guidelines/rules/<str:rule_id>/"), public.rule, name="guidelines-rule"
    ),
    path(
        pgettext_lazy("url", "guidelines/difference/"),
        public.difference,
        name="guidelines-difference",
    ),
    path(pgettext_lazy("url", "guidelines/method/"), public.method, name="guidelines-method"),
    path(
        pgettext_lazy("url", "guidelines/municipalities/<str:code>/"),
        public.municipality,
        name="guidelines-municipality",
    ),
    path(
        pgettext_lazy("url", "guidelines/municipalities/<str:code>/history/"),
        history.history,
        name="guidelines-history",
    ),
    path(
        pgettext_lazy("url", "guidelines/decisions/<int:pk>/remove/"),
        history.take_back,
        name="clause-decision-remove",
    ),
    path(
        pgettext_lazy("url", "guidelines/municipalities/<str:code>/decide/"),
        deciding.decide_on_clauses,
        name="guidelines-decide",
    ),
    path(
        pgettext_lazy("url", "guidelines/municipalities/<str:code>/adopt/"),
        deciding.adopt,
        name="guidelines-adopt",
    ),
    path(
        pgettext_lazy("url", "guidelines/municipalities/<str:code>/values/"),
        values.of_municipality,
        name="guidelines-values",
    ),
    path(
        pgettext_lazy("url", "guidelines/municipalities/<str:code>/values/new/"),
        values.new,
        name="guidelines-value-new",
    ),
    path(pgettext_lazy("url", "guidelines/values/"), values.waiting, name="values-waiting"),
    path(
        pgettext_lazy("url", "guidelines/values/<int:pk>/"),
        values.change,
        name="local-value-change",
    ),
    path(
        pgettext_lazy("url", "guidelines/values/<int:pk>/confirm/"),
        values.confirm,
        name="local-value-confirm",
    ),
    path(
        pgettext_lazy("url", "guidelines/values/<int:pk>/return/"),
        values.send_back,
        name="local-value-return",
    ),
    path(
        pgettext_lazy("url", "guidelines/values/<int:pk>/end/"), values.end, name="local-value-end"
    ),
    path(
        pgettext_lazy("url", "guidelines/values/<int:pk>/withdraw/"),
        values.withdraw,
        name="local-value-withdraw",
    ),
]
