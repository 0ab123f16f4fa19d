"""What the taskforce wants to reach: so many municipalities, or so few addresses left behind."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.speed import Threshold
from taskforce.web.people.models import Organisation, OrganisationKind


class GoalKind(models.TextChoices):
    """What is measured; whether more or fewer is better follows from it."""

    PARTICIPATION = "participation", _("At least so many municipalities take part")
    COVERAGE = "coverage", _("At most so many addresses are below a speed")


def believable(threshold: str) -> None:
    """Refuse what is no pair of speeds."""
    try:
        Threshold.parse(threshold)
    except WrongUse as error:
        raise ValidationError(_("Write two speeds, for example 100/30.")) from error


class Goal(models.Model):
    """A goal with where it began, where it leads, and the day by which it is to be reached."""

    kind = models.CharField(_("What is measured"), max_length=20, choices=GoalKind)
    title_da = models.CharField(_("Goal in Danish"), max_length=200)
    title_en = models.CharField(_("Goal in English"), max_length=200)
    baseline = models.PositiveIntegerField(_("Number at the start"), null=True, blank=True)
    baseline_on = models.DateField(_("Counted from"))
    target = models.PositiveIntegerField(_("Number to reach"))
    target_on = models.DateField(_("To be reached by"))
    threshold = models.CharField(
        _("Speed, down/up in Mbit/s"), max_length=20, blank=True, validators=[believable]
    )
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="coverage_goals",
        null=True,
        blank=True,
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
        help_text=_("Leave it empty for the whole region."),
    )
    # Names the goals that every taskforce begins with, so that they are set up once.
    founding = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-kind", "target_on", "target"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_coverage_goal_alone_has_a_speed",
                condition=Q(kind="coverage") ^ Q(threshold=""),
                violation_error_message=_("A goal for coverage needs a speed; others have none."),
            ),
            models.CheckConstraint(
                name="a_participation_goal_is_for_the_region",
                condition=Q(kind="coverage") | Q(municipality__isnull=True),
                violation_error_message=_("A goal for participation is for the whole region."),
            ),
            models.CheckConstraint(
                name="a_goal_begins_before_it_is_due",
                condition=Q(baseline_on__lt=F("target_on")),
                violation_error_message=_("The goal must begin before it is to be reached."),
            ),
            models.UniqueConstraint(
                name="a_founding_goal_is_set_up_once",
                fields=["founding"],
                condition=~Q(founding=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The goal in the language of the page."""
        danish = (get_language() or "da").startswith("da")
        return self.title_da if danish else self.title_en

    @property
    def place(self) -> str:
        """How the journal names whose goal it is; "" for the region's."""
        return self.municipality.place if self.municipality else ""

    @property
    def counts_up(self) -> bool:
        """Whether more is better: more municipalities, but fewer addresses left behind."""
        return self.kind == GoalKind.PARTICIPATION

    def is_reached_by(self, number: int) -> bool:
        """Whether a number fulfils the goal."""
        return number >= self.target if self.counts_up else number <= self.target
