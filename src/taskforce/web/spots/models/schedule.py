"""When the operators are asked, about which white spots, and how long they have to answer."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

USUAL_SMALLEST, USUAL_MONTHS, USUAL_DAYS = 10, 6, 60
LEAST_SMALLEST, MOST_MONTHS, MOST_DAYS = 3, 24, 180


class Schedule(models.Model):
    """The one row of it; `next_on` is None where no list is planned."""

    smallest = models.PositiveIntegerField(
        _("Smallest white spot, in addresses"),
        default=USUAL_SMALLEST,
        validators=[MinValueValidator(LEAST_SMALLEST)],
    )
    months = models.PositiveSmallIntegerField(
        _("Months between two lists"),
        default=USUAL_MONTHS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
    )
    answer_days = models.PositiveSmallIntegerField(
        _("Days to answer in"),
        default=USUAL_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)],
    )
    next_on = models.DateField(_("Next list"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="no_white_spot_is_smaller_than_may_be_shown",
                condition=Q(smallest__gte=LEAST_SMALLEST),
            ),
            models.CheckConstraint(
                name="lists_of_white_spots_have_their_times",
                condition=Q(months__range=(1, MOST_MONTHS), answer_days__range=(1, MOST_DAYS)),
            ),
        ]

    def __str__(self) -> str:
        return f"every {self.months} months"
