"""What can be a value of a site: checked when it is written, whichever way it comes."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.web.sites.models.fields import FIELDS, Audience

_MOST, _LONGEST = 30, 120


def check_kind(value: str) -> None:
    """Refuse a kind that the vocabulary does not know."""
    if value not in [*SiteKind]:
        raise ValidationError(_("Choose one of the kinds of site."))


def check_owner_kind(value: str) -> None:
    """Refuse a kind of owner that the vocabulary does not know."""
    if value not in [*OwnerKind]:
        raise ValidationError(_("Choose one of the kinds of owner."))


def check_designations(value: object) -> None:
    """Refuse what is no short list of words."""
    words = value if isinstance(value, list) else [None]
    sound = all(isinstance(one, str) and len(one) <= _LONGEST for one in words)
    if not sound or len(words) > _MOST:
        raise ValidationError(_("Designations are a short list of words."))


def check_audiences(value: object) -> None:
    """Refuse an audience of something that has none."""
    given = value if isinstance(value, dict) else {"": ""}
    if not set(given) <= set(FIELDS) or not set(given.values()) <= set(Audience.values):
        raise ValidationError(_("Say for each field who sees it."))
