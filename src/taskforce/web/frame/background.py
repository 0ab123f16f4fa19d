"""What every small map stands on: the land and the borders of the municipalities."""

from __future__ import annotations

from django.urls import reverse

from taskforce.report.bundle import Bundle

_LAYERS = ("land", "municipalities")


def background(bundle: Bundle) -> dict[str, str]:
    """Where the script fetches each layer; one that was not made is left out."""
    return {
        layer: reverse("tiles", kwargs={"bundle_id": bundle.id, "layer": layer})
        for layer in _LAYERS
        if bundle.tiles(layer) is not None
    }
