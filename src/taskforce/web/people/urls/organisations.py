"""The addresses of the pages about organisations, their people, and whom to ask."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
