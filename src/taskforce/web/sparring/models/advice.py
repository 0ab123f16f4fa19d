"""The log of advice: hours spent on a question, or on a talk that stands in the contact log."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import ContactLog, Organisation
from taskforce.web.sparring.models.question import Question
from taskforce.web.sparring.models.words import Effect, Topic

LEAST_HOURS, MOST_HOURS = Decimal("0.25"), Decimal(99)


class Advice(models.Model):
    """One piece of advice. What was said stands where it was said, and is not written twice."""

    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="advice"
    )
    contact = models.OneToOneField(
        ContactLog, models.PROTECT, null=True, blank=True, related_name="advice"
    )
    topic = models.CharField(_("Topic"), max_length=20, choices=Topic)
    given_on = models.DateField(_("Date"))
    hours = models.DecimalField(
        _("Hours"),
        max_digits=4,
        decimal_places=2,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
    )
    # Of advice on a question, the question itself says it.
    effect = models.CharField(
        _("What came of it?"), max_length=10, choices=Effect, blank=True, default=""
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["-given_on", "-pk"]
        verbose_name_plural = "advice"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="advice_belongs_to_a_question_or_a_talk",
                condition=Q(question__isnull=False) ^ Q(contact__isnull=False),
            ),
            models.CheckConstraint(
                name="advice_on_a_question_leaves_the_effect_to_it",
                condition=Q(question__isnull=True) | Q(effect=""),
            ),
            models.CheckConstraint(name="advice_took_time", condition=Q(hours__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.given_on}"

    @property
    def municipality(self) -> Organisation:
        """Who was advised."""
        return self.question.municipality if self.question else self.contact.organisation  # type: ignore[union-attr]

    @property
    def place(self) -> str:
        return self.municipality.place

    @property
    def effect_in_words(self) -> str:
        """What came of it; "" where it has not been said yet."""
        known = self.question.effect if self.question else self.effect
        return str(Effect(known).label) if known else ""
