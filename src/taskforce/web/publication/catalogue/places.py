"""Where everything is that the catalogue names, as whole addresses."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


class Addresses:
    """The addresses of this site as the asker sees it; names of things begin with the catalogue."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.home = self._at("front")
        self.page = self._at("open-data")
        self.about = self._at("about")
        self.api = request.build_absolute_uri("/api/v1/")
        self.api_description = self._at("api:openapi-json")
        self.ogc = self._at("ogc")
        self.ogc_description = self._at("ogc-api")
        self._catalogue = self._at("catalogue", "ttl")

    def named(self, name: str) -> str:
        """The name of a thing in the catalogue."""
        return f"{self._catalogue}#{name}"

    def file(self, bundle_id: str, name: str) -> str:
        """A file of an edition."""
        return self._at("download", bundle_id, name)

    def mobile_file(self, overview: str, name: str) -> str:
        """A file of an overview of mobile coverage."""
        return self._at("mobile-file", overview, name)

    def method(self, name: str) -> str:
        """The page about how a figure is made."""
        try:
            return self._at(f"method-{name}")
        except NoReverseMatch:
            return self._at("methods")

    def _at(self, name: str, *where: str) -> str:
        return self._request.build_absolute_uri(reverse(name, args=where))
