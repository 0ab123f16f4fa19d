"""An operator's wish to rent a site: it ties the site to the lease case that it became."""

from __future__ import annotations

from django.db import models

from taskforce.web.cases.models import Case
from taskforce.web.sites.models.site import Site


class SiteRequest(models.Model):
    """One request. What comes of it stands in the case."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="requests")
    case = models.OneToOneField(Case, models.PROTECT, related_name="site_request")

    def __str__(self) -> str:
        return f"request for {self.site_id}"

    @property
    def place(self) -> str:
        return self.case.place
