"""A dialogue between a municipality, the taskforce, operators and landlords about one subject."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.models.openness import open_to
from taskforce.web.guidelines.models.known_rules import known_rule
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind


class DialogueKind(models.TextChoices):
    """What sort of dialogue it is."""

    TALK = "talk", _("Dialogue")
    OBSTACLE = "obstacle", _("Obstacle")


class Obstacle(models.TextChoices):
    """What stops an operator in a municipality."""

    TERMS = "terms", _("Terms and conditions")
    TIME = "time", _("Handling time")
    RENT = "rent", _("Rent")
    ACCESS = "access", _("Access to land, roofs or ducts")


class Dialogue(models.Model):
    """One dialogue. Its free text may name people; all of it goes some time after it was closed."""

    kind = models.CharField(
        _("Kind"), max_length=10, choices=DialogueKind, default=DialogueKind.TALK
    )
    title = models.CharField(_("Subject"), max_length=120, blank=True)
    # Empty for a dialogue about the whole region.
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dialogues",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    # For whom it was opened; empty for the taskforce.
    opened_for = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="opened_dialogues"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField()
    obstacle = models.CharField(
        _("What stops you?"), max_length=10, choices=Obstacle, blank=True, default=""
    )
    rule = models.CharField(_("Clause of the guidelines"), max_length=20, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # The day on which its texts were removed; what is counted stays.
    forgotten_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-opened_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_obstacle_alone_says_what_stops",
                condition=Q(kind="obstacle") ^ Q(obstacle=""),
                violation_error_message=_("Choose what stops you."),
            ),
            models.CheckConstraint(
                name="an_obstacle_stands_between_an_operator_and_a_municipality",
                condition=~Q(kind="obstacle")
                | Q(municipality__isnull=False, opened_for__isnull=False),
                violation_error_message=_("Choose the municipality in which something stops you."),
            ),
            models.CheckConstraint(
                name="a_dialogue_has_a_subject_until_it_is_forgotten",
                condition=Q(forgotten_on__isnull=False) | ~Q(title=""),
                violation_error_message=_("Write what the dialogue is about."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.number

    def clean(self) -> None:
        """A clause is one that the rulebook knows."""
        if self.rule:
            try:
                known_rule(self.rule)
            except ValidationError as error:
                raise ValidationError({"rule": error.messages}) from error

    @property
    def number(self) -> str:
        """How people name the dialogue here: D-12."""
        return f"D-{self.pk}"

    @property
    def place(self) -> str:
        """How the journal names where it belongs: the municipality, else whoever opened it."""
        whose = self.municipality or self.opened_for
        return whose.place if whose else ""

    @property
    def where(self) -> str:
        """The municipality, or the region, in words."""
        return self.municipality.name if self.municipality else gettext("The whole region")

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_obstacle(self) -> bool:
        return self.kind == DialogueKind.OBSTACLE

    def is_open_to(self, caller: Caller) -> bool:
        """Whether the caller sees the dialogue, and the files that lie with it."""
        return Dialogue.objects.filter(open_to(caller), pk=self.pk).exists()
