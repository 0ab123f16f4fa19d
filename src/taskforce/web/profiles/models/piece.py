"""A piece that a municipality writes: its profile, of which there is one, or one of its stories."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation


class PieceKind(models.TextChoices):
    """What it is."""

    PROFILE = "profile", _("The words of the page")
    STORY = "story", _("Story")


class ProfilePiece(models.Model):
    """One piece, whatever its version. A hidden one is kept, and nobody outside sees it."""

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="profile_pieces")
    kind = models.CharField(max_length=10, choices=PieceKind)
    hidden = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["municipality", "kind", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_municipality_has_one_profile",
                fields=["municipality"],
                condition=Q(kind="profile"),
            ),
            models.CheckConstraint(
                name="a_piece_is_of_a_known_kind", condition=Q(kind__in=PieceKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_kind_display()}"

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.municipality.place

    @property
    def is_story(self) -> bool:
        return self.kind == PieceKind.STORY
