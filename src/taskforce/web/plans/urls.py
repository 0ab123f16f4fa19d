"""The addresses of roll-out plans: the list, one plan, uploads, and a municipality's need."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.plans.views import keeping, listing, municipality, uploads

urlpatterns = [
    path(pgettext_lazy("url", "rollout-plans/"), listing.plans, name="rollouts"),
    path(pgettext_lazy("url", "rollout-plans/new/"), uploads.new, name="rollout-new"),
    path(
        pgettext_lazy("url", "rollout-plans/template.<str:kind>"),
        uploads.empty_list,
        name="rollout-template",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/in/<str:code>/"),
        municipality.planned,
        name="rollouts-planned",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/in/<str:code>/planned.csv"),
        municipality.planned_file,
        {"kind": "csv"},
        name="rollouts-planned-csv",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/in/<str:code>/planned.xlsx"),
        municipality.planned_file,
        {"kind": "xlsx"},
        name="rollouts-planned-xlsx",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/version/<int:pk>/"),
        uploads.look,
        name="rollout-version-look",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/version/<int:pk>/take-in/"),
        uploads.take_in,
        name="rollout-version-take-in",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/version/<int:pk>/forget/"),
        uploads.forget,
        name="rollout-version-forget",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/version/<int:pk>/left-out.csv"),
        uploads.left_out,
        name="rollout-version-left-out",
    ),
    path(pgettext_lazy("url", "rollout-plans/<int:pk>/"), listing.plan, name="rollout"),
    path(
        pgettext_lazy("url", "rollout-plans/<int:pk>/promises.<str:kind>"),
        listing.export,
        name="rollout-export",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/<int:pk>/version/"), uploads.renew, name="rollout-renew"
    ),
    path(
        pgettext_lazy("url", "rollout-plans/<int:pk>/openness/"),
        keeping.openness,
        name="rollout-openness",
    ),
    path(
        pgettext_lazy("url", "rollout-plans/<int:pk>/withdraw/"),
        keeping.withdraw,
        name="rollout-withdraw",
    ),
]
