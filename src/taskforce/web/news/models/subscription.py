"""Somebody who wants a mail about news: the address, the areas, and nothing more."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation, OrganisationKind


class Subscription(models.Model):
    """A mail address that has been confirmed; before that nothing is kept at all.

    `told_until` is the time up to which news has been mailed. `key` makes the links in the mails,
    and a new one ends the old links.
    """

    never_in_journal = ("email", "key")

    email = models.EmailField(_("Mail"), unique=True)
    language = models.CharField(max_length=2)
    whole_region = models.BooleanField(_("The whole region"), default=False)
    municipalities = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipalities"),
    )
    key = models.CharField(max_length=32, unique=True)
    confirmed_at = models.DateTimeField()
    told_until = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"mails of news {self.pk}"

    @property
    def place(self) -> str:
        """Nobody's place: the journal names no reader."""
        return ""
