"""The addresses of the OGC API, which has pages for readers in both languages."""

from __future__ import annotations

from django.urls import path

from taskforce.web.publication.ogc import views

urlpatterns = [
    path("", views.landing, name="ogc"),
    path("api", views.api, name="ogc-api"),
    path("conformance", views.conformance, name="ogc-conformance"),
    path("collections", views.collections, name="ogc-collections"),
    path("collections/<str:name>", views.collection, name="ogc-collection"),
    path("collections/<str:name>/items", views.items, name="ogc-items"),
    path("collections/<str:name>/items/<str:feature>", views.item, name="ogc-item"),
]
