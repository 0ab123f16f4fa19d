"""A material: something to read, fill in, look at or learn from, in Danish and often in English."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.two_languages import TwoLanguages
from taskforce.web.library.models.facets import Facet, Phase, Reader, Topic

LONGEST_BODY = 20_000


class Kind(models.TextChoices):
    """What sort of thing it is."""

    GUIDE = "guide", _("Guide")
    TEMPLATE = "template", _("Template")
    CASE = "case", _("Case story")
    LINK = "link", _("Link")
    FILM = "film", _("Film")


class Origin(models.TextChoices):
    """Where it comes from."""

    REGION = "region", _("The region")
    NETWORK = "network", _("The national network")


class Audience(models.TextChoices):
    """Who sees it: everybody, unless it is marked."""

    EVERYBODY = "everybody", _("Everybody")
    MEMBERS = "members", _("Only those who work here")
    DRAFT = "draft", _("Draft: only the taskforce")


# Kinds that lie elsewhere, and so need their address.
ELSEWHERE = (Kind.LINK, Kind.FILM)


class Material(TwoLanguages, models.Model):
    """One material. Its owner answers for it until the day on which it must be looked at again."""

    slug = models.SlugField(_("Name in the address"), max_length=80, unique=True)
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind)
    origin = models.CharField(_("Comes from"), max_length=10, choices=Origin, default=Origin.REGION)
    audience = models.CharField(
        _("Who sees it"), max_length=10, choices=Audience, default=Audience.EVERYBODY
    )
    title_da = models.CharField(_("Title in Danish"), max_length=120)
    title_en = models.CharField(_("Title in English"), max_length=120, blank=True)
    summary_da = models.CharField(_("Summary in Danish"), max_length=300)
    summary_en = models.CharField(_("Summary in English"), max_length=300, blank=True)
    body_da = models.TextField(
        _("Text in Danish"), validators=[MaxLengthValidator(LONGEST_BODY)], blank=True
    )
    body_en = models.TextField(
        _("Text in English"), validators=[MaxLengthValidator(LONGEST_BODY)], blank=True
    )
    url = models.URLField(_("Address of the link or film"), max_length=500, blank=True)
    source = models.CharField(_("Source"), max_length=500)
    checked_on = models.DateField(_("Last checked"))
    expires_on = models.DateField(_("To be checked again by"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Owner"),
    )
    reminded_on = models.DateField(null=True, blank=True)
    # Its place on the way that a municipality begins with; None where it is not on it.
    start_step = models.PositiveSmallIntegerField(
        _("Step on the way to begin with"), null=True, blank=True, unique=True
    )
    published_on = models.DateField()
    # The founding material it grew from, so that none is imported twice.
    founding = models.CharField(max_length=80, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["title_da", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_material_is_of_a_known_kind", condition=Q(kind__in=Kind.values)
            ),
            models.CheckConstraint(
                name="a_material_has_a_known_audience", condition=Q(audience__in=Audience.values)
            ),
            models.CheckConstraint(
                name="a_link_or_film_has_its_address",
                condition=~Q(kind__in=ELSEWHERE) | ~Q(url=""),
                violation_error_message=_("Write the address of the link or film."),
            ),
            models.CheckConstraint(
                name="a_material_says_something",
                condition=Q(kind__in=ELSEWHERE) | ~Q(body_da=""),
                violation_error_message=_("Write the text in Danish."),
            ),
            models.CheckConstraint(
                name="english_comes_whole",
                condition=(Q(title_en="") & Q(summary_en="") & Q(body_en=""))
                | (~Q(title_en="") & ~Q(summary_en="")),
                violation_error_message=_("In English, write a title and a summary too."),
            ),
            models.UniqueConstraint(
                name="a_founding_material_is_imported_once",
                fields=["founding"],
                condition=~Q(founding=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """How the journal names whose it is: the taskforce's, so nobody's alone."""
        return ""

    @property
    def summary(self) -> str:
        return self.said("summary")

    @property
    def body(self) -> str:
        return self.said("body")

    @property
    def is_public(self) -> bool:
        return self.audience == Audience.EVERYBODY

    def is_expired(self, on: date) -> bool:
        """Whether its day has passed; on the day itself it still holds."""
        return self.expires_on is not None and self.expires_on < on


class Mark(models.Model):
    """One word that a material is found by."""

    material = models.ForeignKey(Material, models.CASCADE, related_name="marks")
    facet = models.CharField(max_length=10, choices=Facet)
    word = models.CharField(max_length=20)

    class Meta:
        ordering: ClassVar = ["facet", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_material_has_a_word_once", fields=["material", "facet", "word"]
            ),
            models.CheckConstraint(
                name="a_mark_is_a_known_word",
                condition=Q(facet=Facet.TOPIC, word__in=Topic.values)
                | Q(facet=Facet.READER, word__in=Reader.values)
                | Q(facet=Facet.PHASE, word__in=Phase.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.word}"

    @property
    def place(self) -> str:
        return ""
