"""A role that somebody has been given, in one organisation or for the whole region."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models.organisation import Organisation, OrganisationKind


class Role(models.TextChoices):
    """What somebody does here; the rights follow from it."""

    COORDINATOR = "coordinator", _("Coordinator")
    CASE_OFFICER = "case_officer", _("Case officer")
    SITE_MANAGER = "site_manager", _("Site manager")
    OPERATOR = "operator", _("Operator")
    LANDLORD = "landlord", _("Landlord")
    CONSULTANT = "consultant", _("Consultant of the taskforce")
    ADMINISTRATOR = "administrator", _("Administrator")


MUNICIPAL = (Role.COORDINATOR, Role.CASE_OFFICER, Role.SITE_MANAGER)
REGIONAL = (Role.CONSULTANT, Role.ADMINISTRATOR)

# In what kind of organisation a role can be held; a role that is missing here is for the region.
HELD_IN = {
    **dict.fromkeys(MUNICIPAL, (OrganisationKind.MUNICIPALITY,)),
    Role.OPERATOR: (OrganisationKind.OPERATOR,),
    Role.LANDLORD: (
        OrganisationKind.LANDLORD,
        OrganisationKind.STATE,
        OrganisationKind.REGION,
        OrganisationKind.MUNICIPALITY,
    ),
}


class Grant(models.Model):
    """One role of one account."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants")
    role = models.CharField(_("Role"), max_length=20, choices=Role)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="grants", null=True, blank=True
    )
    # Given by the municipality's own sign-in service, which then also takes it away.
    from_sign_in = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["account", "role"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="regional_roles_alone_have_no_organisation",
                condition=Q(role__in=["consultant", "administrator"])
                ^ Q(organisation__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_grant_for_each_role_and_organisation",
                fields=["account", "role", "organisation"],
            ),
            models.UniqueConstraint(
                name="one_grant_for_each_regional_role",
                fields=["account", "role"],
                condition=Q(organisation__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.place}".strip()

    @property
    def place(self) -> str:
        """How the journal names where the role is held."""
        return self.organisation.place if self.organisation else ""
