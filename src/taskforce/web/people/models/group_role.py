"""Which role a group of the municipality's own sign-in service stands for: data, not code."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models.grant import Role
from taskforce.web.people.models.organisation import Organisation


class GroupRole(models.Model):
    """Everybody in the group gets the role when they sign in, and loses it when they leave it."""

    group = models.CharField(_("Group"), max_length=200)
    role = models.CharField(_("Role"), max_length=20, choices=Role)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["group"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_line_for_each_group_and_role", fields=["group", "role", "organisation"]
            ),
            models.UniqueConstraint(
                name="one_line_for_each_group_and_regional_role",
                fields=["group", "role"],
                condition=Q(organisation__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.role}"
