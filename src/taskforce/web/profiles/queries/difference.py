"""What has changed between two versions, word by word."""

from __future__ import annotations

from taskforce.web.frame.difference import Change, differing
from taskforce.web.profiles.models import ProfileVersion

_COMPARED = (
    "title_da", "text_da", "quote_da", "quote_by_da", "title_en", "text_en", "quote_en",
    "quote_by_en", "page_url", "dig_url", "mast_url", "rent_method", "rent_url", "photo_alt_da",
    "photo_alt_en", "photo_credit",
)  # fmt: skip


def changes(before: ProfileVersion, after: ProfileVersion) -> list[Change]:
    """The fields that differ, in the order of the form."""
    return differing(before, after, _COMPARED)
