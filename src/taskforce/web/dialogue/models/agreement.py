"""What has been agreed in a dialogue: what is done, by whom, and by when."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.models.dialogue import Dialogue
from taskforce.web.people.models import Organisation


class Agreement(models.Model):
    """One agreement; all parties see it."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="agreements")
    what = models.CharField(_("What has been agreed?"), max_length=300)
    # Who does it; empty for the taskforce.
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Who does it?"),
    )
    due = models.DateField(_("By"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    done_on = models.DateField(_("Done on"), null=True, blank=True)
    # The day of the latest reminder.
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["due", "pk"]

    def __str__(self) -> str:
        return f"agreement in {self.dialogue_id}"

    @property
    def place(self) -> str:
        return self.dialogue.place

    @property
    def whose(self) -> str:
        """Who does it, in words."""
        return self.owner.name if self.owner else gettext("The taskforce")

    def is_overdue(self, on: date) -> bool:
        """Whether the day has passed, and it has not been done."""
        return self.done_on is None and self.due < on
