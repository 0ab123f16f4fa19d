"""A list of sites that somebody has uploaded, and what it did, so that it can be undone."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation
from taskforce.web.sites.models.site import Site


class Layout(models.TextChoices):
    """What kind of file it is."""

    LIST = "list", _("A list of sites (CSV, Excel, GeoPackage)")
    BBR = "bbr", _("An extract of the building register (BBR), packed as ZIP")


class Upload(models.Model):
    """One file. It changes nothing before somebody has looked at it and said yes."""

    owner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="site_uploads", verbose_name=_("Whose sites?")
    )
    layout = models.CharField(
        _("What do you upload?"), max_length=10, choices=Layout, default=Layout.LIST
    )
    file = models.FileField(_("File"), max_length=80)
    name = models.CharField(max_length=120)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="only_what_was_taken_in_can_be_undone",
                condition=Q(undone_at__isnull=True) | Q(taken_in_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"sites of {self.owner_id}"

    @property
    def place(self) -> str:
        return self.owner.place

    @property
    def waits(self) -> bool:
        """Whether somebody has still to say yes."""
        return self.taken_in_at is None

    @property
    def counts(self) -> bool:
        """Whether it was taken in, and still is."""
        return self.taken_in_at is not None and self.undone_at is None


class Uploaded(models.Model):
    """What an upload did to one site: added it, or changed these values from what they were."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="did")
    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    # What stood there before (nothing for a site that the upload added), and what it put there.
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    added = models.BooleanField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.upload_id} did {self.site_id}"

    @property
    def place(self) -> str:
        return self.upload.place
