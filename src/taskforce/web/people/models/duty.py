"""What a person is there for: to coordinate, to stand in, or to know about roads or buildings."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models.organisation import Organisation
from taskforce.web.people.models.person import Person


class DutyKind(models.TextChoices):
    """The point of entry, those who stand in, and the specialists behind."""

    COORDINATOR = "coordinator", _("Coordinator")
    DEPUTY = "deputy", _("Deputy coordinator")
    ROAD = "road", _("Roads")
    PLANNING = "planning", _("Planning")
    BUILDING = "building", _("Building permits")
    PROPERTY = "property", _("Public property")
    IT = "it", _("IT and digitalisation")
    BUSINESS = "business", _("Business")
    CONTACT = "contact", _("Contact person")


class Audience(models.TextChoices):
    """Who sees a name, a mail address and a phone number."""

    EVERYONE = "everyone", _("Everyone")
    OPERATORS = "operators", _("Operators, landlords and authorities")
    AUTHORITIES = "authorities", _("The municipality and the taskforce only")


class Duty(models.Model):
    """A person in a role, from a day and until a day. Without a person it is history by role."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="duties")
    kind = models.CharField(_("Role"), max_length=20, choices=DutyKind)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="duties"
    )
    mandate = models.CharField(_("What they may decide"), max_length=300, blank=True)
    audience = models.CharField(
        _("Who may see it"), max_length=20, choices=Audience, default=Audience.OPERATORS
    )
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    source = models.CharField(_("Where we have it from"), max_length=200)
    # Entered by the taskforce for the municipality, which has not yet said that it is right.
    on_behalf = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["organisation", "kind", "-since"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_duty_ends_after_it_began",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            models.UniqueConstraint(
                name="one_coordinator_at_a_time",
                fields=["organisation"],
                condition=Q(kind="coordinator", until__isnull=True),
                violation_error_message=_(
                    "There is a coordinator already. Let the new one take over instead."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.place}"

    @property
    def place(self) -> str:
        """How the journal names where the duty is held."""
        return self.organisation.place


class RoleAddress(models.Model):
    """A shared mailbox or number of a role: it names nobody, so everybody may see it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="role_addresses")
    kind = models.CharField(_("Role"), max_length=20, choices=DutyKind)
    email = models.EmailField(_("Mail address"), blank=True)
    phone = models.CharField(_("Phone"), max_length=30, blank=True)
    website = models.URLField(_("Web page"), blank=True)
    source = models.CharField(_("Where we have it from"), max_length=200)
    as_of = models.DateField(_("As of"))

    class Meta:
        ordering: ClassVar = ["organisation", "kind"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_address_for_each_role", fields=["organisation", "kind"]
            ),
            models.CheckConstraint(
                name="a_role_address_says_how_to_reach_it",
                condition=~(Q(email="") & Q(phone="") & Q(website="")),
                violation_error_message=_("Fill in a mail address, a phone number or a web page."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.place}"

    @property
    def place(self) -> str:
        """How the journal names whose address it is."""
        return self.organisation.place
