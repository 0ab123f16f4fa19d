"""What happened to a case and on which day: the clocks are computed from nothing else."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case


class EventKind(models.TextChoices):
    """Every step that a clock, or somebody who waits, needs to know of."""

    RECEIVED = "received", _("The application was received")
    PAPERS_MISSING = "papers_missing", _("The municipality asked for more papers")
    COMPLETE = "complete", _("The application is complete")
    STOPPED = "stopped", _("The case was put on hold")
    RESTARTED = "restarted", _("The case was taken up again")
    NEIGHBOURS_NOTIFIED = "neighbours_notified", _("The neighbours were notified")
    STATEMENT_ASKED = "statement_asked", _("A statement was asked for")
    STATEMENT_RECEIVED = "statement_received", _("A statement came in")
    DECIDED = "decided", _("The case was decided")
    PUBLISHED = "published", _("The decision was published")
    COMPLAINT = "complaint", _("A complaint came in")
    WITHDRAWN = "withdrawn", _("The application was withdrawn")


ONCE = (
    EventKind.RECEIVED,
    EventKind.COMPLETE,
    EventKind.NEIGHBOURS_NOTIFIED,
    EventKind.DECIDED,
    EventKind.PUBLISHED,
    EventKind.WITHDRAWN,
)
WITH_REASON = (EventKind.STOPPED, EventKind.PAPERS_MISSING)


class Event(models.Model):
    """One event, with its day and, where somebody has to wait, the reason."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    kind = models.CharField(_("What happened"), max_length=20, choices=EventKind)
    on = models.DateField(_("Day"))
    reason = models.CharField(_("Reason, or what is missing"), max_length=500, blank=True)
    # Decides whether the days of a stop count in the net handling time.
    waits_for_applicant = models.BooleanField(_("We are waiting for the applicant"), default=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="some_events_happen_once",
                fields=["case", "kind"],
                condition=Q(kind__in=[str(kind) for kind in ONCE]),
                violation_error_message=_("This has been written down already."),
            ),
            models.CheckConstraint(
                name="who_has_to_wait_is_told_why",
                condition=~Q(kind__in=[str(kind) for kind in WITH_REASON]) | ~Q(reason=""),
                violation_error_message=_("Write the reason, or what is missing."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"

    @property
    def place(self) -> str:
        return self.case.place
