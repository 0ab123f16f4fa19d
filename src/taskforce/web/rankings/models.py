"""A wish for a new ranking: what is asked, who asked, and what became of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taskforce.vocabulary.signal import Service
from taskforce.web.people.models import Organisation, OrganisationKind

MOST_SITES, MOST_NAMED = 25, 50
_LONGEST_NUMBER, _LONGEST_MESSAGE = 60, 500


class Need(models.TextChoices):
    """What counts as lacking coverage."""

    REPORTED = "reported", gettext_lazy("Mobile: what the operators report")
    PREDICTED = "predicted", gettext_lazy("Mobile: what is calculated from the masts")
    EITHER = "either", gettext_lazy("Mobile: reported or calculated")
    FIXED = "fixed", gettext_lazy("No proper fixed internet")


class RequestState(models.TextChoices):
    """How far a wish has come."""

    WAITING = "waiting", gettext_lazy("Waiting")
    RUNNING = "running", gettext_lazy("Being calculated")
    DONE = "done", gettext_lazy("Ready")
    FAILED = "failed", gettext_lazy("Could not be calculated")
    CANCELLED = "cancelled", gettext_lazy("Cancelled")


OPEN = (RequestState.WAITING, RequestState.RUNNING)


def check_numbers(value: object) -> None:
    """Refuse what is no short list of sites' numbers."""
    numbers = value if isinstance(value, list) else [None]
    sound = all(isinstance(one, str) and 0 < len(one) <= _LONGEST_NUMBER for one in numbers)
    if not sound or len(numbers) > MOST_NAMED:
        raise ValidationError(_("Name the sites by their numbers, and not too many."))


class RankingRequest(models.Model):
    """One wish. `municipality` is None for the whole region."""

    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
    )
    k = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SITES)]
    )
    need = models.CharField(max_length=10, choices=Need, default=Need.REPORTED)
    service = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Service], default=Service.DATA
    )
    # Sites by their numbers: they are chosen in any case, or never.
    forced = models.JSONField(default=list, blank=True, validators=[check_numbers])
    forbidden = models.JSONField(default=list, blank=True, validators=[check_numbers])
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.WAITING)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    message = models.CharField(max_length=_LONGEST_MESSAGE, blank=True)
    # The id of the ranking on the shelf that it became.
    ranking = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_ranking_is_of_a_few_sites", condition=Q(k__range=(1, MOST_SITES))
            ),
            models.CheckConstraint(
                name="a_ranking_counts_a_known_need", condition=Q(need__in=Need.values)
            ),
            models.CheckConstraint(
                name="a_ranking_is_for_a_known_service", condition=Q(service__in=[*Service])
            ),
            models.CheckConstraint(
                name="a_ranking_request_has_a_known_state",
                condition=Q(state__in=RequestState.values),
            ),
            models.CheckConstraint(
                name="a_ranking_that_is_ready_is_named",
                condition=(Q(state="done") & ~Q(ranking="")) | (~Q(state="done") & Q(ranking="")),
            ),
            models.CheckConstraint(
                name="a_ranking_request_ends_once",
                condition=Q(state__in=OPEN, ended_at__isnull=True)
                | (~Q(state__in=OPEN) & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_ranking_that_runs_has_begun",
                condition=~Q(state="running") | Q(started_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"ranking of {self.k} sites"

    @property
    def place(self) -> str:
        """How the journal names whose it is; the region's belong to nobody alone."""
        return self.municipality.place if self.municipality else ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def clean(self) -> None:
        """Say so where one site must be and must not be chosen, or more must than may."""
        both: set[Any] = set(self.forced) & set(self.forbidden)
        if both:
            raise ValidationError(_("A site cannot be both a must and left out."))
        if len(self.forced) > self.k:
            raise ValidationError(_("More sites are a must than may be chosen."))

    @classmethod
    def shorten(cls, message: str) -> str:
        """A message as long as there is room for."""
        return message[:_LONGEST_MESSAGE]
