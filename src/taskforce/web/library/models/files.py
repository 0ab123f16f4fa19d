"""The files of a material, each with its versions: the newest is handed out, the old are kept."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.library.models.material import Material


class Paper(models.Model):
    """A file as readers know it, whatever its version."""

    material = models.ForeignKey(Material, models.PROTECT, related_name="papers")
    title = models.CharField(_("What the file is"), max_length=120)

    class Meta:
        ordering: ClassVar = ["title", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_material_has_a_file_of_each_title",
                fields=["material", "title"],
                violation_error_message=_("There is a file with this title already."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        return self.material.place


class Version(models.Model):
    """The file as it was on a day. It lies under a name that nobody can guess."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.FileField(max_length=80)
    name = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="a_version_has_its_number", fields=["paper", "number"])
        ]

    def __str__(self) -> str:
        return f"{self.paper} {self.number}"

    @property
    def place(self) -> str:
        return self.paper.place
