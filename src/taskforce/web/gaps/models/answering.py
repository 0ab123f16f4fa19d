"""How a municipality answers: within how many days, and with which ready-made texts."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.gaps.models.step import LONGEST_TEXT
from taskforce.web.people.models import Organisation

USUAL_DAYS, MOST_DAYS = 14, 90


class AnswerTime(models.Model):
    """The days in which a municipality promises an answer; 14 where it has not said."""

    municipality = models.OneToOneField(Organisation, models.CASCADE, related_name="answer_time")
    days = models.PositiveSmallIntegerField(
        _("Days until the answer"),
        default=USUAL_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)],
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_answer_comes_within_days", condition=Q(days__range=(1, MOST_DAYS))
            )
        ]

    def __str__(self) -> str:
        return f"{self.days} days"

    @property
    def place(self) -> str:
        return self.municipality.place


class AnswerTemplate(models.Model):
    """A text to begin an answer with; `municipality` is None for those of the taskforce."""

    municipality = models.ForeignKey(
        Organisation, models.CASCADE, related_name="+", null=True, blank=True
    )
    title = models.CharField(_("Title"), max_length=80)
    text = models.TextField(_("Text"), max_length=LONGEST_TEXT)

    class Meta:
        ordering: ClassVar = ["title", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "title"],
                name="one_answer_template_of_each_title",
                violation_error_message=_("There is a text with this title already."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """How the journal names whose it is; those of the taskforce belong to nobody alone."""
        return self.municipality.place if self.municipality else ""
