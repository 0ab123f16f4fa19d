"""A person at work: name, work mail, work phone, and nothing else about them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models.organisation import Organisation


class Person(models.Model):
    """Somebody that others can turn to, with or without an account here."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")
    name = models.CharField(_("Name"), max_length=120)
    title = models.CharField(_("Job title"), max_length=120, blank=True)
    email = models.EmailField(_("Work mail"), blank=True)
    phone = models.CharField(_("Work phone"), max_length=30, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="person"
    )
    source = models.CharField(_("Where we have it from"), max_length=200)
    # The person's own word that it still holds; None until the first one.
    confirmed_on = models.DateField(_("Confirmed on"), null=True, blank=True)
    # The day of the mail that asks for it; empty again as soon as it has been answered.
    asked_on = models.DateField(null=True, blank=True)
    # The answer was no: wrong details, or the person has left. Until somebody has mended it.
    doubted_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(_("Left on"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """How the journal names where the person works."""
        return self.organisation.place
