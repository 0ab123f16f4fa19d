"""What is kept about public sites: the site, its rent, its readers, requests, uploads."""

from taskforce.web.sites.models.fields import FIELDS, LABELS, USUAL, Audience
from taskforce.web.sites.models.reader import Reader
from taskforce.web.sites.models.rent import SiteRent
from taskforce.web.sites.models.request import SiteRequest
from taskforce.web.sites.models.site import (
    ON_SHOW,
    OWNERS,
    Availability,
    Site,
    SiteState,
    Source,
)
from taskforce.web.sites.models.upload import Layout, Upload, Uploaded

__all__ = [
    "FIELDS",
    "LABELS",
    "ON_SHOW",
    "OWNERS",
    "USUAL",
    "Audience",
    "Availability",
    "Layout",
    "Reader",
    "Site",
    "SiteRent",
    "SiteRequest",
    "SiteState",
    "Source",
    "Upload",
    "Uploaded",
]
