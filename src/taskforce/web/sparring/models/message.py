"""What a municipality and the taskforce write to each other about a question."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.caller import Caller
from taskforce.web.sparring.models.question import Question

LONGEST = 8000


class Step(models.TextChoices):
    """What a message did besides saying something."""

    SAID = "said", _("Message")
    ASKED = "asked", _("Question")
    ANSWERED = "answered", _("Answer")
    CLOSED = "closed", _("Closed the question")
    REOPENED = "reopened", _("Took the question up again")
    PROPOSED = "proposed", _("Asked whether the answer may be shared")
    AGREED = "agreed", _("Agreed to share the answer")
    DECLINED = "declined", _("Would rather not share the answer")
    WITHDREW = "withdrew", _("Took back the yes to sharing")


# With these, what was asked for has been given.
SETTLED = (Step.ANSWERED, Step.CLOSED, Step.AGREED, Step.DECLINED)


class Message(models.Model):
    """One message; it is never changed, so that both sides have read the same."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="messages")
    step = models.CharField(max_length=10, choices=Step, default=Step.SAID)
    text = models.TextField(_("Message"), validators=[MaxLengthValidator(LONGEST)])
    # Whether the taskforce wrote it; it outlives the person.
    of_taskforce = models.BooleanField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["written_at", "pk"]

    def __str__(self) -> str:
        return str(self.question)

    @property
    def place(self) -> str:
        """How notes and files name whose it is."""
        return self.question.place

    @property
    def said_by(self) -> str:
        """The side that wrote it, in words."""
        return gettext("The taskforce") if self.of_taskforce else self.question.municipality.name

    def is_open_to(self, caller: Caller) -> bool:
        """Whether the caller reads the message, and the files that came with it."""
        return self.question.is_open_to(caller)
