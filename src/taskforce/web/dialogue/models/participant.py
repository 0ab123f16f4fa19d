"""A party of a dialogue: an organisation, and where it has been named the person to write to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.models.dialogue import Dialogue
from taskforce.web.people.models import Organisation, Person


class Participant(models.Model):
    """One party. The taskforce is in every dialogue, and is no row."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="participants")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("Organisation")
    )
    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Contact person"),
    )
    joined_at = models.DateTimeField()
    sees_earlier = models.BooleanField(
        _("May read what has been written to all parties before"), default=True
    )

    class Meta:
        ordering: ClassVar = ["joined_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="an_organisation_is_a_party_once",
                fields=["dialogue", "organisation"],
                violation_error_message=_("The organisation is a party already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.dialogue_id}"

    @property
    def place(self) -> str:
        return self.dialogue.place
