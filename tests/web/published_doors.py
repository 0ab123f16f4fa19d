"""Coverage, layers, files and the API, open to everyone; a part of the table of every door."""

from __future__ import annotations

PUBLISHED = [
    *("mobile", "map-masts", "map-sites", "method-mobile", "method-promises", "open-data"),
    *("developers", "api:editions", "api:postcodes"),
    "contact",
    "security",
    "change-password",
]
# With something in the address that is found or not; here it is not, and nobody is refused.
PUBLISHED_ABOUT = {
    "mobile-municipality": {"slug": "soroe"},
    "mobile-file": {"overview_id": "ingen", "name": "areas.csv"},
    "tiles": {"bundle_id": "ingen", "layer": "land"},
    "download": {"bundle_id": "ingen", "name": "ingen.csv"},
}
