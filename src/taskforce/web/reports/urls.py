"""The addresses of reports, press packs, pictures and what is shown where a page is shared."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.reports.views import files, pages, pictures, press, share, status

urlpatterns = [
    path(pgettext_lazy("url", "reports/"), pages.every, name="reports"),
    path(pgettext_lazy("url", "reports/region/"), pages.region, name="report-region"),
    path(
        pgettext_lazy("url", "reports/region/report.<str:kind>"),
        files.region,
        name="report-region-file",
    ),
    path(
        pgettext_lazy("url", "reports/region/pictures/<slug:name>.<str:kind>"),
        pictures.region,
        name="picture-region",
    ),
    path(pgettext_lazy("url", "reports/status/"), status.page, name="report-status"),
    path(
        pgettext_lazy("url", "reports/status/report.<str:kind>"),
        status.file,
        name="report-status-file",
    ),
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/report/"),
        pages.municipality,
        name="report-municipality",
    ),
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/report/report.<str:kind>"),
        files.municipality,
        name="report-municipality-file",
    ),
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/pictures/<slug:name>.<str:kind>"),
        pictures.municipality,
        name="picture-municipality",
    ),
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/press/"),
        press.page,
        name="press-municipality",
    ),
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/press/press.zip"),
        press.pack,
        name="press-municipality-file",
    ),
    path(pgettext_lazy("url", "shared/page.png"), share.any_page, name="share-page"),
    path(
        pgettext_lazy("url", "shared/municipality/<slug:slug>.png"),
        share.municipality,
        name="share-municipality",
    ),
]
