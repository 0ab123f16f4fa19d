"""A statement that the municipality asks somebody for, and what they answered."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case


class Statement(models.Model):
    """One statement, asked for and sooner or later received."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="statements")
    asked_from = models.CharField(_("Who is asked"), max_length=120)
    about = models.CharField(_("About what"), max_length=300, blank=True)
    asked_on = models.DateField(_("Asked on"))
    due = models.DateField(_("Answer by"), null=True, blank=True)
    received_on = models.DateField(_("Answered on"), null=True, blank=True)
    answer = models.TextField(_("Answer"), max_length=4000, blank=True)

    class Meta:
        ordering: ClassVar = ["asked_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_statement_is_due_after_it_was_asked_for",
                condition=Q(due__isnull=True) | Q(due__gte=F("asked_on")),
                violation_error_message=_("The answer must be due after it was asked for."),
            ),
            models.CheckConstraint(
                name="a_statement_comes_after_it_was_asked_for",
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("asked_on")),
                violation_error_message=_("The answer cannot come before it was asked for."),
            ),
            models.CheckConstraint(
                name="an_answered_statement_says_something",
                condition=Q(received_on__isnull=True) ^ ~Q(answer=""),
                violation_error_message=_("Write what the answer was, and on which day it came."),
            ),
        ]

    def __str__(self) -> str:
        return self.asked_from

    @property
    def place(self) -> str:
        return self.case.place

    def is_overdue(self, on: date) -> bool:
        """Whether the answer should have been there."""
        return self.received_on is None and self.due is not None and self.due < on
