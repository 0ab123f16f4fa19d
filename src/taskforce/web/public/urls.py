"""The addresses of the citizen's pages, in the words of each language."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.public import addresses, pages, views
from taskforce.web.public.contact import contact
from taskforce.web.public.framed_map import framed_map
from taskforce.web.public.mobile import points, proof
from taskforce.web.public.mobile import views as mobile
from taskforce.web.public.search import views as search

urlpatterns = [
    path("", views.front, name="front"),
    path(pgettext_lazy("url", "map/"), views.region_map, name="map"),
    path(pgettext_lazy("url", "map/framed/"), framed_map, name="embed-map"),
    path(pgettext_lazy("url", "map/masts.geojson"), points.masts, name="map-masts"),
    path(pgettext_lazy("url", "map/sites.geojson"), points.sites, name="map-sites"),
    path(pgettext_lazy("url", "mobile-coverage/"), mobile.region, name="mobile"),
    path(
        pgettext_lazy("url", "mobile-coverage/<slug:slug>/"),
        mobile.municipality,
        name="mobile-municipality",
    ),
    path(
        pgettext_lazy("url", "mobile-coverage/proof/<str:overview_id>/<str:place>/<slug:name>/"),
        proof.proof,
        name="mobile-proof",
    ),
    path(
        pgettext_lazy(
            "url", "mobile-coverage/proof/<str:overview_id>/<str:place>/<slug:name>.json"
        ),
        proof.proof_json,
        name="mobile-proof-json",
    ),
    path(pgettext_lazy("url", "address/"), addresses.search, name="address"),
    path(pgettext_lazy("url", "address/suggestions/"), addresses.suggestions, name="suggestions"),
    path(
        pgettext_lazy("url", "address/<str:address_id>/"), addresses.answer, name="address-answer"
    ),
    path(pgettext_lazy("url", "find/"), search.find, name="find"),
    path(pgettext_lazy("url", "contact/"), contact, name="contact"),
    path(pgettext_lazy("url", "about/"), pages.about, name="about"),
    path(pgettext_lazy("url", "accessibility/"), pages.accessibility, name="accessibility"),
    path(pgettext_lazy("url", "privacy/"), pages.privacy, name="privacy"),
    path(pgettext_lazy("url", "glossary/"), pages.glossary, name="glossary"),
]
