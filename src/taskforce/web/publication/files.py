"""The addresses of files and the API: the same in every language."""

from __future__ import annotations

from django.urls import path

from taskforce.web.publication import mobile, open_data, tiles
from taskforce.web.publication.api import api
from taskforce.web.publication.catalogue.views import catalogue

urlpatterns = [
    path("tiles/<str:bundle_id>/<slug:layer>.pmtiles", tiles.tiles, name="tiles"),
    path("mobile/<str:overview_id>/<str:name>", mobile.file, name="mobile-file"),
    path("data/<str:bundle_id>/<str:name>", open_data.download, name="download"),
    path("api/v1/", api.urls),
    path("katalog.<str:form>", catalogue, name="catalogue"),
]
