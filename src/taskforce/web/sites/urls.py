"""The addresses of public sites: the register, its keepers' pages, and the lists they upload."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.sites.views import closer, keeping, listing, page, signal, uploads

urlpatterns = [
    path(pgettext_lazy("url", "sites/"), listing.sites, name="sites"),
    path(pgettext_lazy("url", "sites/sites.<str:kind>"), listing.export, name="sites-export"),
    path(pgettext_lazy("url", "sites/own/"), keeping.own, name="sites-own"),
    path(pgettext_lazy("url", "sites/own/confirm/"), keeping.confirm_many, name="sites-confirm"),
    path(
        pgettext_lazy("url", "sites/own/sites.<str:kind>"), keeping.own_file, name="sites-own-file"
    ),
    path(pgettext_lazy("url", "sites/new/"), keeping.new, name="site-new"),
    path(pgettext_lazy("url", "sites/upload/"), uploads.upload, name="sites-upload"),
    path(
        pgettext_lazy("url", "sites/upload/template.<str:kind>"),
        uploads.empty_list,
        name="sites-template",
    ),
    path(pgettext_lazy("url", "sites/upload/<int:pk>/"), uploads.look, name="sites-upload-look"),
    path(
        pgettext_lazy("url", "sites/upload/<int:pk>/take-in/"),
        uploads.take_in,
        name="sites-upload-take-in",
    ),
    path(
        pgettext_lazy("url", "sites/upload/<int:pk>/left-out.csv"),
        uploads.rejected,
        name="sites-upload-left-out",
    ),
    path(
        pgettext_lazy("url", "sites/upload/<int:pk>/undo/"), uploads.undo, name="sites-upload-undo"
    ),
    path(pgettext_lazy("url", "sites/<int:pk>/"), page.one, name="site"),
    path(pgettext_lazy("url", "sites/<int:pk>/signal/"), signal.page, name="site-signal"),
    path(
        pgettext_lazy("url", "sites/<int:pk>/signal/suggestions/"),
        signal.suggestions,
        name="site-signal-suggestions",
    ),
    path(
        pgettext_lazy("url", "sites/<int:pk>/signal/signal.<str:kind>"),
        signal.export,
        name="site-signal-export",
    ),
    path(pgettext_lazy("url", "sites/<int:pk>/photo/"), page.photo, name="site-photo"),
    path(pgettext_lazy("url", "sites/<int:pk>/request/"), page.request_lease, name="site-request"),
    path(pgettext_lazy("url", "sites/<int:pk>/change/"), keeping.change, name="site-change"),
    path(
        pgettext_lazy("url", "sites/<int:pk>/on-offer/"),
        keeping.availability,
        name="site-availability",
    ),
    path(pgettext_lazy("url", "sites/<int:pk>/confirm/"), keeping.confirm, name="site-confirm"),
    path(pgettext_lazy("url", "sites/<int:pk>/discard/"), keeping.discard, name="site-discard"),
    path(pgettext_lazy("url", "sites/<int:pk>/history/"), keeping.history, name="site-history"),
    path(
        pgettext_lazy("url", "sites/<int:pk>/who-sees-what/"),
        closer.audiences,
        name="site-audiences",
    ),
    path(
        pgettext_lazy("url", "sites/<int:pk>/photo/change/"),
        closer.photo,
        name="site-photo-change",
    ),
    path(
        pgettext_lazy("url", "sites/<int:pk>/photo/remove/"),
        closer.photo_remove,
        name="site-photo-remove",
    ),
    path(pgettext_lazy("url", "sites/<int:pk>/rent/"), closer.rent, name="site-rent"),
]
