"""What is talked about at a meeting, and what is decided there and done afterwards."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.models import Commitment
from taskforce.web.guidelines.models import AdoptionState
from taskforce.web.meetings.models.meeting import LONGEST, Meeting
from taskforce.web.people.models import Organisation


class Sort(models.TextChoices):
    """Where an item of the agenda comes from."""

    OWN = "own", _("Other items")
    OVERDUE = "overdue", _("Overdue commitments")
    DEVIATION = "deviation", _("New deviations from the guidelines")
    WHITE_SPOT = "white_spot", _("White spots without an answer")


class AgendaItem(models.Model):
    """One item. `key` names what a gathered item is about, so that it stands there once."""

    # Minutes may name people, so the journal does not repeat them.
    never_in_journal: ClassVar = ("minutes",)

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="agenda")
    sort = models.CharField(max_length=12, choices=Sort, default=Sort.OWN)
    key = models.CharField(max_length=60, blank=True)
    title = models.CharField(_("Item"), max_length=200)
    # What was decided of a clause, as the guidelines name it.
    state = models.CharField(max_length=20, choices=AdoptionState, blank=True)
    # Whose it is; an overdue commitment is told to those who see that municipality.
    municipality = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.PositiveIntegerField()
    # Taken off by hand: it does not come back by itself.
    dropped = models.BooleanField(default=False)
    # What was said about it; whoever may not read the item may not read its minutes.
    minutes = models.TextField(_("Minutes"), max_length=LONGEST, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_thing_stands_on_an_agenda_once",
                fields=["meeting", "key"],
                condition=~Q(key=""),
            ),
            models.CheckConstraint(
                name="a_gathered_item_says_what_it_is_about",
                condition=Q(sort="own") ^ ~Q(key=""),
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.pk} of {self.meeting_id}"

    @property
    def place(self) -> str:
        return self.municipality.place if self.municipality else self.meeting.place

    @property
    def heading(self) -> str:
        """The item in the reader's language, with whose it is."""
        if self.municipality is None:
            return self.title
        told = {"place": self.municipality.name, "what": self.title}
        if self.state:
            words = gettext("%(place)s, %(what)s: %(state)s")
            return words % {**told, "state": self.get_state_display()}
        return gettext("%(place)s: %(what)s") % told


class OutcomeKind(models.TextChoices):
    """What came of a talk."""

    DECISION = "decision", pgettext_lazy("at a meeting", "Decision")
    ACTION = "action", _("Action")


class Outcome(models.Model):
    """A decision, or an action with who does it and by when."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="outcomes")
    kind = models.CharField(
        _("What is it?"), max_length=10, choices=OutcomeKind, default=OutcomeKind.DECISION
    )
    text = models.CharField(_("What was decided, or is to be done"), max_length=200)
    # Who does it; empty for the taskforce, and for a decision.
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Who does it?"),
    )
    due = models.DateField(_("By"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    # What a municipality is to do becomes one of its commitments.
    commitment = models.ForeignKey(
        Commitment, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_action_of_a_meeting_has_a_day",
                condition=Q(kind="decision") | Q(due__isnull=False),
                violation_error_message=_("Write by when it is to be done."),
            ),
            models.CheckConstraint(
                name="a_decision_of_a_meeting_is_nobodys_task",
                condition=Q(kind="action") | Q(owner__isnull=True, due__isnull=True),
                violation_error_message=_("Only an action has somebody who does it, and a day."),
            ),
        ]

    def __str__(self) -> str:
        return f"outcome {self.pk} of {self.meeting_id}"

    @property
    def place(self) -> str:
        return self.owner.place if self.owner else self.meeting.place

    @property
    def is_action(self) -> bool:
        return self.kind == OutcomeKind.ACTION

    @property
    def whose(self) -> str:
        """Who does it, in words."""
        return self.owner.name if self.owner else gettext("The taskforce")

    @property
    def finished_on(self) -> date | None:
        """When it was done: as a commitment says, where it has become one."""
        return self.commitment.done_on if self.commitment else self.done_on

    def is_overdue(self, on: date) -> bool:
        """Whether its day has passed, and it has not been done."""
        return self.due is not None and self.due < on and self.finished_on is None
