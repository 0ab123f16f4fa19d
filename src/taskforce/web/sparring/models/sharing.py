"""What a municipality agrees to share: an answer as material, and being asked by others."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.library.models import Material
from taskforce.web.library.models.material import LONGEST_BODY
from taskforce.web.people.models import Organisation
from taskforce.web.sparring.models.question import Question
from taskforce.web.sparring.models.words import Topic


class Consent(models.TextChoices):
    """What the municipality has said."""

    ASKED = "asked", _("The municipality has been asked")
    GIVEN = "given", _("The municipality agrees")
    REFUSED = "refused", _("The municipality would rather not")
    WITHDRAWN = "withdrawn", _("The municipality has taken back its yes")


class Proposal(models.Model):
    """An answer made anonymous, and whether the municipality lets it become material."""

    question = models.OneToOneField(Question, models.PROTECT, related_name="proposal")
    title = models.CharField(_("Title"), max_length=120)
    summary = models.CharField(_("Summary"), max_length=300)
    text = models.TextField(_("Text"), validators=[MaxLengthValidator(LONGEST_BODY)], blank=True)
    consent = models.CharField(max_length=10, choices=Consent, default=Consent.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    material = models.ForeignKey(Material, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_answer_to_a_proposal_has_its_time",
                condition=Q(consent="asked") ^ Q(answered_at__isnull=False),
            ),
            models.CheckConstraint(
                # After a yes that was taken back, it is known which material is to stay a draft.
                name="no_material_without_consent",
                condition=Q(consent__in=["given", "withdrawn"]) | Q(material__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        return self.question.place


class PeerOffer(models.Model):
    """A topic on which a municipality agrees to be asked by the others."""

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="peer_offers")
    topic = models.CharField(_("Topic"), max_length=20, choices=Topic)
    agreed_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["topic", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_municipality_offers_a_topic_once", fields=["municipality", "topic"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.place}"

    @property
    def place(self) -> str:
        return self.municipality.place
