"""The addresses of the pages about people and organisations."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
