"""A piece of news: what has happened in the region or in one municipality, in both languages."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.two_languages import TwoLanguages
from taskforce.web.people.models import Organisation, OrganisationKind

LONGEST_BODY = 8_000


class Category(models.TextChoices):
    """What sort of news it is."""

    NEWS = "news", _("News")
    MAST = "mast", _("New mast")
    ROLL_OUT = "roll_out", _("Finished roll-out")
    AGREEMENT = "agreement", _("Agreement or decision")
    FIGURES = "figures", _("New figures")


# What happens on a day, and so stands in the calendar.
WITH_A_DAY = (Category.MAST, Category.ROLL_OUT)


class State(models.TextChoices):
    """How far it has come; what is ready is public from its time on."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Sent to the taskforce")
    READY = "ready", _("Approved")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class NewsItem(TwoLanguages, models.Model):
    """One piece of news. One with a day on which it happened is a milestone in the calendar."""

    slug = models.SlugField(max_length=80, unique=True)
    category = models.CharField(_("Category"), max_length=10, choices=Category)
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="news",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    title_da = models.CharField(_("Title in Danish"), max_length=120)
    title_en = models.CharField(_("Title in English"), max_length=120, blank=True)
    summary_da = models.CharField(_("In short, in Danish"), max_length=300)
    summary_en = models.CharField(_("In short, in English"), max_length=300, blank=True)
    body_da = models.TextField(
        _("Text in Danish"), validators=[MaxLengthValidator(LONGEST_BODY)], blank=True
    )
    body_en = models.TextField(
        _("Text in English"), validators=[MaxLengthValidator(LONGEST_BODY)], blank=True
    )
    happens_on = models.DateField(_("The day it happens"), null=True, blank=True)
    source = models.CharField(_("Source"), max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    publish_at = models.DateTimeField(_("Public from"), null=True, blank=True)
    returned_why = models.CharField(_("What should be changed?"), max_length=500, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-publish_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="news_has_a_known_category", condition=Q(category__in=Category.values)
            ),
            models.CheckConstraint(
                name="news_has_a_known_state", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="ready_news_has_its_time",
                condition=~Q(state=State.READY) | Q(publish_at__isnull=False),
            ),
            models.CheckConstraint(
                name="english_news_comes_whole",
                condition=(Q(title_en="") & Q(summary_en="") & Q(body_en=""))
                | (~Q(title_en="") & ~Q(summary_en="")),
                violation_error_message=_("In English, write a title and a short text too."),
            ),
            models.CheckConstraint(
                name="a_mast_or_roll_out_has_its_day",
                condition=~Q(category__in=list(WITH_A_DAY)) | Q(happens_on__isnull=False),
                violation_error_message=_("Write the day on which it happens."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """Whose it is: a municipality's code, or "" for the whole region's."""
        return self.municipality.code if self.municipality else ""

    @property
    def summary(self) -> str:
        return self.said("summary")

    @property
    def body(self) -> str:
        return self.said("body")

    @property
    def is_milestone(self) -> bool:
        return self.happens_on is not None

    def is_public(self, at: datetime) -> bool:
        """Whether everybody may read it."""
        return self.state == State.READY and self.publish_at is not None and self.publish_at <= at
