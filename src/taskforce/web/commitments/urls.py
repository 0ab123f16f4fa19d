"""The addresses of the pages about participation, commitments and goals."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
