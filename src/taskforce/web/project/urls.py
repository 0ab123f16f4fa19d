"""Every address of the web: Danish at the root, English under /en/."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import pgettext_lazy

from taskforce.web.public.machine import change_password, health, robots, security, was
from taskforce.web.public.sitemap import sitemap

handler500 = "taskforce.web.frame.own_errors.broken"
handler429 = "taskforce.web.people.limits.too_many"

urlpatterns = [
    path("health", health, name="health"),
    path("was", was, name="was"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path(".well-known/security.txt", security, name="security"),
    path(".well-known/change-password", change_password, name="change-password"),
    path("", include("taskforce.web.publication.files")),
    *i18n_patterns(
        path("", include("taskforce.web.public.urls")),
        path("", include("taskforce.web.embeds.urls")),
        path("", include("taskforce.web.reports.urls")),
        path("", include("taskforce.web.editions.urls")),
        path("", include("taskforce.web.news.urls")),
        path("", include("taskforce.web.profiles.urls")),
        path("", include("taskforce.web.municipalities.urls")),
        path("", include("taskforce.web.publication.urls")),
        path("", include("taskforce.web.people.urls")),
        path("", include("taskforce.web.checks.urls")),
        path("", include("taskforce.web.guidelines.urls")),
        path("", include("taskforce.web.plans.urls")),
        path("", include("taskforce.web.meetings.urls")),
        path("", include("taskforce.web.gaps.urls")),
        path("", include("taskforce.web.dialogue.urls")),
        path("", include("taskforce.web.spots.urls")),
        path("", include("taskforce.web.library.urls")),
        path("", include("taskforce.web.sparring.urls")),
        path("", include("taskforce.web.rankings.urls")),
        path("", include("taskforce.web.sites.urls")),
        path("", include("taskforce.web.cases.urls")),
        path("", include("taskforce.web.commitments.urls")),
        path("", include("taskforce.web.notes.urls")),
        path("", include("taskforce.web.workspace.urls")),
        path(pgettext_lazy("url", "account/"), include("allauth.urls")),
        prefix_default_language=False,
    ),
]
