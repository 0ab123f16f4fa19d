"""Notes and files, each about one thing that people work on."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 4000
LONGEST_NAME = 120


class About(models.Model):
    """What a note or a file is about, and the place that decides who sees it."""

    # A label such as "people.organisation": notes know nothing of the apps above them.
    kind = models.CharField(max_length=60)
    thing_id = models.PositiveBigIntegerField()
    # Copied from the thing, so that it still holds when the thing is gone.
    place = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True


class Note(About):
    """A few words. They may name people, so they are treated as personal data."""

    text = models.TextField(_("Note"), validators=[MaxLengthValidator(LONGEST_TEXT)])
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-written_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["kind", "thing_id"])]

    def __str__(self) -> str:
        return f"note on {self.kind} {self.thing_id}"


class Attachment(About):
    """A file. It lies under a name that nobody can guess, and is handed out by one page only."""

    file = models.FileField(max_length=80)
    name = models.CharField(_("Name"), max_length=LONGEST_NAME)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-added_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["kind", "thing_id"])]

    def __str__(self) -> str:
        return f"file on {self.kind} {self.thing_id}"
