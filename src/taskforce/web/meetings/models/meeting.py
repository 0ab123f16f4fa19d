"""A meeting of those who work for better coverage: when, where, what about, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.models.openness import organisations
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role

LONGEST = 20_000


class MeetingKind(models.TextChoices):
    """What sort of meeting it is; what its agenda gathers by itself follows from that."""

    NETWORK = "network", _("Network meeting")
    NATIONAL = "national", _("National network meeting")
    DIALOGUE = "dialogue", _("Dialogue meeting with the industry")
    VISIT = "visit", _("Visit")


class Series(models.Model):
    """Meetings that come again; the rule is written as calendars write it (RFC 5545)."""

    rule = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.rule

    @property
    def place(self) -> str:
        return ""


class Meeting(models.Model):
    """One meeting. Its minutes may name people, so the journal does not repeat them."""

    never_in_journal: ClassVar = ("minutes",)

    kind = models.CharField(
        _("Kind of meeting"), max_length=10, choices=MeetingKind, default=MeetingKind.NETWORK
    )
    title = models.CharField(_("Title"), max_length=120)
    starts_at = models.DateTimeField(_("Begins"))
    ends_at = models.DateTimeField(_("Ends"))
    location = models.CharField(_("Where"), max_length=200)
    online_url = models.URLField(_("Link to the online meeting"), blank=True)
    # Whose meeting it is, where it is about one municipality; empty for the whole region.
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    about = models.TextField(_("What it is about"), max_length=2000, blank=True)
    public = models.BooleanField(_("Show it on the public pages"), default=False)
    public_text = models.TextField(
        _("What everybody may read about it"), max_length=2000, blank=True
    )
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    # Calendars tell a meeting by the first, and its newest version by the second.
    uid = models.CharField(max_length=80, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    minutes = models.TextField(_("Minutes"), max_length=LONGEST, blank=True)
    minutes_sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-starts_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_meeting_ends_after_it_began",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The meeting has to end after it begins."),
            ),
            models.CheckConstraint(
                name="a_public_meeting_says_what_everybody_may_read",
                condition=Q(public=False) | ~Q(public_text=""),
                violation_error_message=_("Write what everybody may read about the meeting."),
            ),
            models.CheckConstraint(
                name="a_visit_is_to_a_municipality",
                condition=~Q(kind="visit") | Q(municipality__isnull=False),
                violation_error_message=_("Choose the municipality that is visited."),
            ),
            models.CheckConstraint(
                name="a_meeting_is_held_or_cancelled",
                condition=Q(held_at__isnull=True) | Q(cancelled_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """How the journal names whose it is."""
        return self.municipality.place if self.municipality else ""

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come, or to be written up."""
        return self.held_at is None and self.cancelled_at is None

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    def is_over(self, at: datetime) -> bool:
        """Whether its time has passed."""
        return self.ends_at <= at

    def is_open_to(self, caller: Caller) -> bool:
        """Whether the caller sees the meeting, and the files that lie with it."""
        return Meeting.objects.filter(open_to(caller), pk=self.pk).exists()


def open_to(caller: Caller) -> Q:
    """The meetings that a caller may see.

    Those that they or their organisation is invited to; and to a coordinator, invited or not, a
    visit to their own municipality.
    """
    if caller.is_consultant:
        return Q()
    at_home = Q(kind=MeetingKind.VISIT, municipality__code__in=caller.places(Role.COORDINATOR))
    mine = Q(organisation__in=organisations(caller)) | Q(account=caller.account_id or 0)
    invited = apps.get_model("meetings", "Invitee")._default_manager.filter(mine)
    return at_home | Q(pk__in=invited.filter(removed_at__isnull=True).values("meeting"))
