"""A case about a dig, a mast or a lease: who asks, where, about what, and how far it is."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.openness import open_to
from taskforce.web.cases.places.shape import check_shape
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind


class CaseKind(models.TextChoices):
    """What is asked for; the same words as in the rulebook."""

    DIG = "dig", _("Digging case")
    MAST = "mast", _("Mast case")
    LEASE = "lease", _("Lease case")


class CaseState(models.TextChoices):
    """How far a case is. It follows from the events; overdue follows from the clocks."""

    DRAFT = "draft", _("Draft")
    RECEIVED = "received", _("Received")
    PAPERS_MISSING = "papers_missing", _("Papers are missing")
    COMPLETE = "complete", _("Being decided")
    STOPPED = "stopped", _("On hold")
    DECIDED = "decided", _("Decided")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN_STATES = (
    CaseState.RECEIVED,
    CaseState.PAPERS_MISSING,
    CaseState.COMPLETE,
    CaseState.STOPPED,
)


class Case(models.Model):
    """One case. The permit itself is given in the municipality's own system: see `reference`."""

    kind = models.CharField(_("Kind"), max_length=10, choices=CaseKind)
    title = models.CharField(_("Title"), max_length=120)
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="cases",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    state = models.CharField(max_length=20, choices=CaseState, default=CaseState.DRAFT)
    # Whose draft it is: nobody else sees it before it has been sent.
    registrar = models.ForeignKey(Organisation, models.PROTECT, related_name="registered_cases")
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    registered_at = models.DateTimeField()
    applicant = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="applied_cases",
        verbose_name=_("Applicant"),
    )
    landlord = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lease_cases",
        verbose_name=_("Landlord"),
    )
    reference = models.CharField(
        _("Case number in the municipality's own system"), max_length=60, blank=True
    )
    facts = models.JSONField(default=dict, blank=True)
    # GeoJSON in longitude and latitude: a point, or one or more lines.
    shape = models.JSONField(null=True, blank=True, validators=[check_shape])
    whereabouts = models.CharField(_("Where"), max_length=200, blank=True)
    # The rules whose papers the applicant says are enclosed.
    papers = models.JSONField(default=list, blank=True)

    class Meta:
        ordering: ClassVar = ["-registered_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_lease_case_alone_has_a_landlord",
                condition=Q(kind="lease") ^ Q(landlord__isnull=True),
                violation_error_message=_("A lease case needs a landlord; others have none."),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "kind"])]

    def __str__(self) -> str:
        return self.title

    @property
    def number(self) -> str:
        """How people name the case here: S-12."""
        return f"S-{self.pk}"

    @property
    def place(self) -> str:
        """How the journal names whose case it is: the registrar's until it has been sent."""
        return self.registrar.place if self.is_draft else self.municipality.place

    @property
    def is_draft(self) -> bool:
        return self.state == CaseState.DRAFT

    @property
    def is_open(self) -> bool:
        """Whether the authority still has something to do."""
        return self.state in OPEN_STATES

    @property
    def said(self) -> dict[str, Any]:
        """The facts as the rulebook reads them."""
        return {**self.facts, "case": self.kind}

    def is_open_to(self, caller: Caller) -> bool:
        """Whether the caller sees the case, and the files that lie with it."""
        return Case.objects.filter(open_to(caller), pk=self.pk).exists()
