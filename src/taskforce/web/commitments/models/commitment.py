"""A promise of a municipality: what, who, by when, how far, and what it rests on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.models.plan import PlanGoal
from taskforce.web.people.models import Organisation, Person


class CommitmentKind(models.TextChoices):
    """The three that joining means, and those that a municipality adds itself."""

    COORDINATOR = "coordinator", _("A coordinator is appointed")
    GUIDELINES = "guidelines", _("It is settled whether the common guidelines can be followed")
    RESOURCES = "resources", _("Time and resources are set aside")
    OWN = "own", _("The municipality's own")


class State(models.TextChoices):
    """How far it is. Overdue is no state: it follows from the date."""

    OPEN = "open", _("Not begun")
    IN_PROGRESS = "in_progress", _("In progress")
    DONE = "done", _("Done")
    WAIVED = "waived", _("Waived")


class Answer(models.TextChoices):
    """Whether the municipality can follow the common guidelines."""

    UNDECIDED = "undecided", _("Not settled yet")
    AS_THEY_ARE = "as_they_are", _("Yes, as they are")
    WITH_CHANGES = "with_changes", _("Yes, with local changes")
    CANNOT = "cannot", _("No")


FOUNDING = (CommitmentKind.COORDINATOR, CommitmentKind.GUIDELINES, CommitmentKind.RESOURCES)
OPEN_STATES = (State.OPEN, State.IN_PROGRESS)


class Commitment(models.Model):
    """One promise, or one action of a plan. A founding one is named by its kind."""

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="commitments")
    kind = models.CharField(max_length=20, choices=CommitmentKind, default=CommitmentKind.OWN)
    goal = models.ForeignKey(
        PlanGoal,
        models.PROTECT,
        related_name="actions",
        null=True,
        blank=True,
        verbose_name=_("Part of the goal"),
    )
    title = models.CharField(_("What is to be done"), max_length=200, blank=True)
    description = models.TextField(_("Description"), max_length=2000, blank=True)
    owner = models.ForeignKey(
        Person,
        models.SET_NULL,
        related_name="commitments",
        null=True,
        blank=True,
        verbose_name=_("Responsible"),
    )
    owner_role = models.CharField(
        _("Responsible by role"),
        max_length=120,
        blank=True,
        help_text=_("Stays when the person leaves, for example “Head of roads”."),
    )
    due = models.DateField(_("By"), null=True, blank=True)
    state = models.CharField(_("Status"), max_length=20, choices=State, default=State.OPEN)
    progress_percent = models.PositiveSmallIntegerField(_("How far, in per cent"), default=0)
    waived_reason = models.CharField(_("Why it is waived"), max_length=500, blank=True)
    done_on = models.DateField(_("Done on"), null=True, blank=True)
    evidence_url = models.URLField(_("Link to the evidence"), blank=True)
    decision_date = models.DateField(_("Date of the council's decision"), null=True, blank=True)
    decision_number = models.CharField(_("Number of the decision"), max_length=60, blank=True)
    hours_a_month = models.PositiveSmallIntegerField(_("Hours a month"), null=True, blank=True)
    team = models.CharField(_("Who takes part"), max_length=200, blank=True)
    budget_dkk = models.PositiveIntegerField(_("Budget in kroner"), null=True, blank=True)
    scope = models.TextField(_("What has been agreed"), max_length=2000, blank=True)
    answer = models.CharField(
        _("Can the guidelines be followed?"), max_length=20, choices=Answer, blank=True
    )
    # Which guidelines it is about; empty until the version of the day takes it over.
    version = models.CharField(
        _("Version of the guidelines"), max_length=20, blank=True, editable=False
    )
    # Entered by the taskforce for the municipality, which has not yet said that it is right.
    on_behalf = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["municipality", "due", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_of_each_founding_commitment",
                fields=["municipality", "kind", "version"],
                condition=~Q(kind="own"),
            ),
            models.CheckConstraint(
                name="only_the_guidelines_have_a_version",
                condition=Q(kind="guidelines") | Q(version=""),
            ),
            models.CheckConstraint(
                name="an_own_commitment_has_a_title",
                condition=Q(kind="own") ^ Q(title=""),
                violation_error_message=_("Write what is to be done."),
            ),
            models.CheckConstraint(
                name="only_own_commitments_belong_to_a_plan",
                condition=Q(kind="own") | Q(goal__isnull=True),
            ),
            models.CheckConstraint(
                name="only_the_guidelines_are_answered",
                condition=Q(kind="guidelines") ^ Q(answer=""),
            ),
            models.CheckConstraint(
                name="what_is_waived_has_a_reason",
                condition=Q(state="waived") ^ Q(waived_reason=""),
                violation_error_message=_("Write why it is waived."),
            ),
            models.CheckConstraint(
                name="what_is_done_has_its_day",
                condition=Q(state="done") ^ Q(done_on__isnull=True),
                violation_error_message=_("Write the day on which it was done."),
            ),
            models.CheckConstraint(
                name="what_is_done_alone_is_a_hundred_per_cent",
                condition=(Q(state="done") & Q(progress_percent=100))
                | (~Q(state="done") & Q(progress_percent__lt=100)),
                violation_error_message=_("100 per cent means that it is done."),
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """What it is called: its own title, or the founding kind in the reader's language."""
        if self.version:
            words = gettext("It is settled whether the guidelines of %(version)s can be followed")
            return words % {"version": self.version}
        return self.title or str(self.get_kind_display())

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.municipality.place

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in OPEN_STATES

    def is_overdue(self, on: date) -> bool:
        """Whether its day has passed; on the day itself there is still time."""
        return self.is_open and self.due is not None and self.due < on
