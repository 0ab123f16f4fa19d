"""An approval: from this moment on, these are the figures that everybody sees."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy


class Act(models.TextChoices):
    """What was done: figures approved, gone back to, or on show before approvals began."""

    SIGNED_OFF = "signed_off", gettext_lazy("Approved")
    ROLLED_BACK = "rolled_back", gettext_lazy("Rolled back")
    BEFORE = "before", gettext_lazy("On show before approvals began")


class Release(models.Model):
    """One approval. The newest one says what is on show; none is ever changed or removed."""

    act = models.CharField(max_length=12, choices=Act)
    # The name of the edition on the shelf, and the id of the bundle that it was made from.
    edition = models.CharField(max_length=32)
    bundle = models.CharField(max_length=200)
    software = models.CharField(max_length=40)
    as_of = models.DateField()
    note_da = models.TextField(
        gettext_lazy("What has happened, in Danish"), max_length=2000, blank=True
    )
    note_en = models.TextField(
        gettext_lazy("What has happened, in English"), max_length=2000, blank=True
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    signed_at = models.DateTimeField()
    # The edition that was on show until then, and how the figures differ from its.
    before = models.CharField(max_length=32, blank=True)
    difference = models.JSONField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_release_is_a_known_act", condition=Q(act__in=Act.values)
            ),
            models.CheckConstraint(
                name="a_roll_back_has_a_reason",
                condition=~Q(act="rolled_back") | (~Q(note_da="") & ~Q(note_en="")),
            ),
            models.CheckConstraint(
                name="a_release_differs_from_something",
                condition=Q(difference__isnull=True) | ~Q(before=""),
            ),
        ]

    def __str__(self) -> str:
        return f"release of {self.edition}"

    @property
    def note(self) -> str:
        """The note in the language of the page."""
        return self.note_da if get_language() == "da" else self.note_en
