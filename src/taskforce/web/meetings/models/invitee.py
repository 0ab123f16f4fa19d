"""Somebody who is invited to a meeting: their answer, who comes instead, and whether they came."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.meetings.models.meeting import Meeting
from taskforce.web.people.models import Organisation, Person


class Answer(models.TextChoices):
    """What somebody says to an invitation."""

    NONE = "", _("Has not answered")
    YES = "yes", _("Comes")
    NO = "no", _("Does not come")
    SUBSTITUTE = "substitute", _("Sends somebody else")


class Invitee(models.Model):
    """One invitation. With the account or the person its mail address goes too."""

    # Who comes instead is a name; the journal does not repeat it.
    never_in_journal: ClassVar = ("substitute",)

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="invitees")
    # For whom somebody comes; empty for the taskforce.
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.CharField(_("Do you come?"), max_length=10, choices=Answer, blank=True)
    substitute = models.CharField(_("Who comes instead?"), max_length=120, blank=True)
    attended = models.BooleanField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    # The version of the invitation that has been sent; None before any was.
    sent_sequence = models.PositiveIntegerField(null=True, blank=True)
    # What has been taken back by mail is not taken back twice.
    cancelled = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    # When the minutes went to them; older than the meeting's own moment, they are due again.
    minutes_mailed_at = models.DateTimeField(null=True, blank=True)
    minutes_tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["organisation__name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="an_account_is_invited_once",
                fields=["meeting", "account"],
                condition=Q(account__isnull=False, removed_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="a_person_is_invited_once",
                fields=["meeting", "person"],
                condition=Q(person__isnull=False, removed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_substitute_alone_comes_instead",
                condition=Q(answer="substitute") | Q(substitute=""),
                violation_error_message=_("Only somebody who comes instead is named."),
            ),
        ]

    def __str__(self) -> str:
        return f"invitee {self.pk} of {self.meeting_id}"

    @property
    def place(self) -> str:
        return self.organisation.place if self.organisation else ""

    @property
    def side(self) -> str:
        """For whom they come, in words."""
        return self.organisation.name if self.organisation else gettext("The taskforce")

    @property
    def name(self) -> str:
        """Who it is; empty once they have been erased."""
        known = self.account or self.person
        return known.name if known else ""

    @property
    def email(self) -> str:
        """Where the mails go now; "" where nobody is there any more."""
        if self.account is not None:
            return self.account.email if self.account.is_active else ""
        if self.person is not None and self.person.left_on is None:
            return self.person.email.lower()
        return ""

    @property
    def language(self) -> str:
        return self.account.language if self.account else "da"
