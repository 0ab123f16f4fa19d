"""The open API: the published figures for machines, with a description they can read."""

from __future__ import annotations

from taskforce.web.publication.api.routes import api

__all__ = ["api"]
