"""A piece as it was written once: a draft until the taskforce has approved it."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.two_languages import TwoLanguages
from taskforce.web.profiles.models.piece import ProfilePiece

LONGEST_TEXT = 6_000
_WRITTEN = [MaxLengthValidator(LONGEST_TEXT)]


class VersionState(models.TextChoices):
    """How far it has come; only what is approved is ever public."""

    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Awaits approval")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")


class RentMethod(models.TextChoices):
    """How the municipality finds the rent for masts: the three methods of the state's guide."""

    I = "I", _("Method I: from the public valuation")  # noqa: E741 - the guide's own name
    II = "II", _("Method II: from comparable leases")
    III = "III", _("Method III: from a professional valuer")


OPEN_STATES = (VersionState.DRAFT, VersionState.SENT, VersionState.RETURNED)
_NO_ENGLISH = Q(title_en="", text_en="", quote_en="", quote_by_en="", photo_alt_en="")


class ProfileVersion(TwoLanguages, models.Model):
    """One version. Those that are approved stay as they are, and the newest of them is shown."""

    piece = models.ForeignKey(ProfilePiece, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=VersionState, default=VersionState.DRAFT)
    title_da = models.CharField(_("Headline in Danish"), max_length=140)
    title_en = models.CharField(_("Headline in English"), max_length=140, blank=True)
    text_da = models.TextField(_("Text in Danish"), validators=_WRITTEN, blank=True)
    text_en = models.TextField(_("Text in English"), validators=_WRITTEN, blank=True)
    quote_da = models.CharField(_("Quote in Danish"), max_length=300, blank=True)
    quote_en = models.CharField(_("Quote in English"), max_length=300, blank=True)
    quote_by_da = models.CharField(_("Who says it, in Danish"), max_length=120, blank=True)
    quote_by_en = models.CharField(_("Who says it, in English"), max_length=120, blank=True)
    page_url = models.URLField(_("Your own page about coverage"), max_length=300, blank=True)
    dig_url = models.URLField(
        _("Where one applies for a digging permit"), max_length=300, blank=True
    )
    mast_url = models.URLField(_("Where one applies for a mast"), max_length=300, blank=True)
    rent_method = models.CharField(
        _("How you find the rent for masts"), max_length=3, choices=RentMethod, blank=True
    )
    rent_url = models.URLField(_("Where that decision can be read"), max_length=300, blank=True)
    shows_plan = models.BooleanField(
        _("Show the goals of your action plan on the page"), default=False
    )
    photo = models.FileField(_("Picture"), max_length=80, blank=True)
    # In pixels, of the broad size; a page keeps the room free before the picture comes.
    photo_width = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    photo_height = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    photo_alt_da = models.CharField(
        _("What the picture shows, in Danish"), max_length=200, blank=True
    )
    photo_alt_en = models.CharField(
        _("What the picture shows, in English"), max_length=200, blank=True
    )
    photo_credit = models.CharField(
        _("Who took the picture, and the rights"), max_length=160, blank=True
    )
    # By role, as the journal names it: it outlives the account.
    entered_by = models.CharField(max_length=80, editable=False)
    entered_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=80, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.CharField(_("What is to be mended"), max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["piece", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_profile_version_has_its_number", fields=["piece", "number"]
            ),
            models.UniqueConstraint(
                name="a_piece_has_one_open_version",
                fields=["piece"],
                condition=Q(state__in=OPEN_STATES),
                violation_error_message=_("A version is already under way."),
            ),
            models.CheckConstraint(
                name="a_version_has_a_known_state", condition=Q(state__in=VersionState.values)
            ),
            models.CheckConstraint(
                name="english_words_have_a_headline",
                condition=_NO_ENGLISH | ~Q(title_en=""),
                violation_error_message=_("In English, write a headline too."),
            ),
            models.CheckConstraint(
                name="a_quote_has_a_speaker",
                condition=Q(quote_da="") | ~Q(quote_by_da=""),
                violation_error_message=_("Write who says the quote."),
            ),
            models.CheckConstraint(
                name="a_picture_is_described_and_credited",
                condition=Q(photo="") | (~Q(photo_alt_da="") & ~Q(photo_credit="")),
                violation_error_message=_(
                    "Write what the picture shows, and who has the rights to it."
                ),
            ),
            models.CheckConstraint(
                name="a_picture_has_its_size",
                condition=Q(photo="", photo_width=None, photo_height=None)
                | (~Q(photo="") & Q(photo_width__gt=0, photo_height__gt=0)),
            ),
            models.CheckConstraint(
                name="what_is_approved_or_returned_has_its_day",
                condition=~Q(state__in=("approved", "returned")) | Q(answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="what_is_returned_says_why",
                condition=~Q(state="returned") | ~Q(returned_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.piece.place

    @property
    def text(self) -> str:
        return self.said("text")

    @property
    def quote(self) -> str:
        return self.said("quote")

    @property
    def quote_by(self) -> str:
        return (self.quote_by_en if self.in_english else "") or self.quote_by_da

    @property
    def photo_alt(self) -> str:
        return (self.photo_alt_en if self.in_english else "") or self.photo_alt_da

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def is_sent(self) -> bool:
        return self.state == VersionState.SENT

    @property
    def is_approved(self) -> bool:
        return self.state == VersionState.APPROVED
