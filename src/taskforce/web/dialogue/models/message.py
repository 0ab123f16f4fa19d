"""What the parties of a dialogue write to each other, and who reads it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.models.dialogue import Dialogue
from taskforce.web.dialogue.models.openness import ALL, SOME, readable
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation

LONGEST = 8000


class Audience(models.TextChoices):
    """Who reads a message; the taskforce reads them all."""

    ALL = ALL, _("All parties")
    SOME = SOME, _("Chosen parties and the taskforce")
    OWN = "own", _("My own organisation and the taskforce only")


class Step(models.TextChoices):
    """What else a message did."""

    NONE = "", _("Message")
    CLOSED = "closed", _("Closed the dialogue")
    REOPENED = "reopened", _("Took the dialogue up again")


class Message(models.Model):
    """One message; it is never changed, so that everybody has read the same."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="messages")
    audience = models.CharField(
        _("Who reads it"), max_length=10, choices=Audience, default=Audience.ALL
    )
    step = models.CharField(max_length=10, choices=Step, blank=True, default=Step.NONE)
    text = models.TextField(_("Message"), validators=[MaxLengthValidator(LONGEST)])
    # For whom it was written; empty for the taskforce. It outlives the person.
    sender = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField()
    by_mail = models.BooleanField(default=False)
    # The names of files in the mail that could not be kept.
    left_out = models.CharField(max_length=500, blank=True)
    # The fingerprint of the mail it came in, so that a mail that comes twice is written once.
    mail = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering: ClassVar = ["written_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_mail_becomes_one_message", fields=["mail"], condition=~Q(mail="")
            ),
        ]

    def __str__(self) -> str:
        return str(self.dialogue)

    @property
    def place(self) -> str:
        """Whose words they are: a municipality's own people see what it wrote, and its files."""
        return self.sender.place if self.sender else ""

    @property
    def said_by(self) -> str:
        """The side that wrote it, in words."""
        return self.sender.name if self.sender else gettext("The taskforce")

    def is_open_to(self, caller: Caller) -> bool:
        """Whether the caller reads the message, and the files that came with it."""
        return Message.objects.filter(readable(caller), pk=self.pk).exists()


class Reader(models.Model):
    """One of the chosen parties that a message is for."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="readers")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_party_reads_a_message_once", fields=["message", "organisation"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} reads {self.message_id}"

    @property
    def place(self) -> str:
        return self.message.place
