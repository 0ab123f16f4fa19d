"""Coverage, layers, files and the API, open to everyone; a part of the table of every door."""

from __future__ import annotations

PUBLISHED = [
    *("mobile", "map-masts", "map-sites", "method-mobile", "method-promises", "open-data"),
    *("developers", "api:root", "api:editions", "api:postcodes"),
    *("ogc", "ogc-api", "ogc-conformance", "ogc-collections"),
    "contact",
    "security",
    "change-password",
]
# With something in the address that is found or not; here it is not, and nobody is refused.
PUBLISHED_ABOUT = {
    "mobile-municipality": {"slug": "soroe"},
    "mobile-proof": {"overview_id": "ingen", "place": "region", "name": "differing"},
    "counted": {"place": "0340", "name": "sites"},
    "counted-json": {"place": "0340", "name": "sites"},
    "counted-then": {"place": "0340", "name": "sites", "stamp": "2026-01-01.1..nej"},
    "mobile-proof-json": {"overview_id": "ingen", "place": "region", "name": "differing"},
    "mobile-file": {"overview_id": "ingen", "name": "areas.csv"},
    "catalogue": {"form": "ttl"},
    "ogc-collection": {"name": "masts"},
    "ogc-items": {"name": "masts"},
    "ogc-item": {"name": "masts", "feature": "ingen"},
    "tiles": {"bundle_id": "ingen", "layer": "land"},
    "download": {"bundle_id": "ingen", "name": "ingen.csv"},
}
