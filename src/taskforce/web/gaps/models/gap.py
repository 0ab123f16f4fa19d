"""A report of missing coverage: what somebody said, where it is, and who answers by when."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.gaps.models.said import Kind, Since, Whereabouts, Wrong
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.models.site import EAST, NORTH, SOUTH, WEST

LONGEST = 2000


class GapState(models.TextChoices):
    """How far a report has come."""

    RECEIVED = "received", _("Received")
    UNDER_WAY = "under_way", _("Being looked into")
    ANSWERED = "answered", _("Answered")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN = (GapState.RECEIVED, GapState.UNDER_WAY)


class Gap(models.Model):
    """One report. Who sent it is not known; a mail address is kept only to send the answer.

    Nothing that was said or that tells where it is goes into the journal, so that all of it can
    be erased. `cell` is the hexagon that the place lies in, "" where only the municipality is
    known.
    """

    never_in_journal = (
        "address_id", "cell", "email", "key", "label", "latitude", "longitude", "operator",
        "photo", "sent_key", "what",
    )  # fmt: skip

    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="gaps",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    kind = models.CharField(_("What is missing?"), max_length=10, choices=Kind)
    whereabouts = models.CharField(
        _("Where is it missing?"), max_length=10, choices=Whereabouts, blank=True
    )
    wrong = models.CharField(_("What is wrong?"), max_length=20, choices=Wrong, blank=True)
    operator = models.CharField(_("Operator"), max_length=60, blank=True)
    what = models.TextField(_("What does not work?"), max_length=LONGEST, blank=True)
    since = models.CharField(_("Since when?"), max_length=10, choices=Since, blank=True)
    label = models.CharField(_("Address"), max_length=160, blank=True)
    address_id = models.CharField(max_length=60, blank=True)
    longitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(WEST), MaxValueValidator(EAST)]
    )
    latitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(SOUTH), MaxValueValidator(NORTH)]
    )
    cell = models.CharField(max_length=16, blank=True, db_index=True)
    photo = models.FileField(_("Photo"), max_length=80, blank=True)
    # What the map said on the day: above, below or unknown; "" where it was not asked.
    map_standing = models.CharField(max_length=10, blank=True)
    map_as_of = models.DateField(null=True, blank=True)
    email = models.EmailField(_("Mail"), blank=True)
    email_given_at = models.DateTimeField(null=True, blank=True)
    email_confirmed_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=2, default="da")
    # The receipt's link is made of this key; the one below tells a second click from a new report.
    key = models.CharField(max_length=32, unique=True)
    sent_key = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=GapState, default=GapState.RECEIVED)
    received_at = models.DateTimeField()
    due_on = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_gap_is_of_a_known_kind", condition=Q(kind__in=Kind.values)
            ),
            models.CheckConstraint(
                name="a_gap_has_a_known_state", condition=Q(state__in=GapState.values)
            ),
            models.CheckConstraint(
                name="a_gap_lies_in_denmark",
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(longitude__range=(WEST, EAST), latitude__range=(SOUTH, NORTH)),
            ),
            models.CheckConstraint(
                name="an_objection_says_what_is_wrong",
                condition=(Q(kind="objection") & ~Q(wrong=""))
                | (~Q(kind="objection") & Q(wrong="")),
                violation_error_message=_("Say what is wrong on the map."),
            ),
            models.CheckConstraint(
                name="an_answered_gap_has_its_time",
                condition=~Q(state="answered") | Q(answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="an_erased_gap_tells_nothing",
                condition=Q(erased_at__isnull=True)
                | Q(what="", label="", address_id="", email="", operator="", photo=""),
            ),
            models.CheckConstraint(
                name="only_a_mail_address_can_be_confirmed",
                condition=~Q(email="")
                | Q(email_confirmed_at__isnull=True, email_given_at__isnull=True),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["municipality", "state", "due_on"])]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """How everybody names it: M-12."""
        return f"M-{self.pk}"

    @property
    def place(self) -> str:
        """How the journal names whose it is."""
        return self.municipality.place

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def follows(self) -> bool:
        """Whether the one who reported it gets a mail when it is answered."""
        return bool(self.email) and self.email_confirmed_at is not None

    def is_overdue(self, on: date) -> bool:
        """Whether an answer should have been given before the day."""
        return self.is_open and self.due_on < on


class Neighbour(models.Model):
    """A municipality across a border close by, which sees the report too."""

    gap = models.ForeignKey(Gap, models.CASCADE, related_name="neighbours")
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gap", "municipality"], name="a_neighbour_is_told_of_a_gap_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} beside {self.gap_id}"

    @property
    def place(self) -> str:
        return self.municipality.place
