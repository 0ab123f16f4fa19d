"""A question that a municipality has asked the taskforce, and the day by which it is answered."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import Case
from taskforce.web.commitments.models import Commitment
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.models import Site
from taskforce.web.sparring.models.words import Effect, State, Topic


class Question(models.Model):
    """One question. Its free text may name people; all of it goes some time after it was closed."""

    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="questions",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    topic = models.CharField(_("Topic"), max_length=20, choices=Topic)
    subject = models.CharField(_("Heading"), max_length=120, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    wished_by = models.DateField(_("When would you like an answer?"), null=True, blank=True)
    # What it is about, where that is known here; a thing that goes takes no question with it.
    commitment = models.ForeignKey(
        Commitment, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(Case, models.SET_NULL, null=True, blank=True, related_name="+")
    site = models.ForeignKey(Site, models.SET_NULL, null=True, blank=True, related_name="+")
    # The clock: from the day it was asked, or asked further, to the day of the answer.
    clock_from = models.DateField()
    due_on = models.DateField(_("Answer by"))
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    # It stays when somebody asks further: the first answer is what answer times count.
    first_answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    effect = models.CharField(
        _("What came of it?"), max_length=10, choices=Effect, blank=True, default=""
    )
    # The day on which its texts were removed; what is counted stays.
    forgotten_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_question_has_a_subject_until_it_is_forgotten",
                condition=Q(forgotten_on__isnull=False) | ~Q(subject=""),
                violation_error_message=_("Write in a few words what the question is about."),
            ),
            models.CheckConstraint(
                name="a_closed_question_says_what_came_of_it",
                condition=Q(closed_at__isnull=False) ^ Q(effect=""),
                violation_error_message=_("Say what came of it."),
            ),
            models.CheckConstraint(
                name="an_answer_is_not_due_before_its_clock_starts",
                condition=Q(due_on__gte=F("clock_from")),
                violation_error_message=_("The answer cannot be due before it was asked for."),
            ),
            models.CheckConstraint(
                name="a_question_is_about_one_thing_at_most",
                condition=~Q(commitment__isnull=False, case__isnull=False)
                & ~Q(commitment__isnull=False, site__isnull=False)
                & ~Q(case__isnull=False, site__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.subject or self.number

    @property
    def number(self) -> str:
        """How people name the question here: SP-12."""
        return f"SP-{self.pk}"

    @property
    def place(self) -> str:
        """How the journal, the notes and the files name whose it is."""
        return self.municipality.place

    @property
    def state(self) -> State:
        """How far it is."""
        if self.closed_at is not None:
            return State.CLOSED
        if self.answered_at is not None:
            return State.ANSWERED
        return State.NEW if self.taken_by_id is None else State.TAKEN

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def awaits_answer(self) -> bool:
        """Whether the taskforce has the word."""
        return self.is_open and self.answered_at is None

    def is_overdue(self, on: date) -> bool:
        """Whether the day has passed without an answer; on the day itself it is not late."""
        return self.awaits_answer and self.due_on < on

    def is_open_to(self, caller: Caller) -> bool:
        """The municipality's own people and the taskforce, and nobody else."""
        return caller.sees(self.place)
