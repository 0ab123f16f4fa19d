"""The receipt's link: it opens one report without a login, and nobody can guess it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from taskforce.web.gaps.models import Gap, GapStep
from taskforce.web.gaps.queries.map_word import MapWord, map_word
from taskforce.web.people.public import PointOfEntry, point_of_entry

_RECEIPT = signing.Signer(salt="gaps.receipt", sep=".")
_CONFIRM = "gaps.confirm"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the one who reported sees: what the map says, what was said, who answers, by when."""

    gap: Gap
    map_word: MapWord | None
    entry: PointOfEntry
    steps: list[GapStep]
    overdue: bool


def token_of(gap: Gap) -> str:
    """The end of the receipt's link; the database alone is not enough to make it."""
    return _RECEIPT.sign(gap.key)


def gap_of(token: str) -> Gap | None:
    """The report that a link opens; None where it is not ours."""
    try:
        key = _RECEIPT.unsign(token)
    except signing.BadSignature:
        return None
    return Gap.objects.filter(key=key).select_related("municipality").first()


def sent_before(sent_key: str) -> Gap | None:
    """The report that a form has become already; the key is known to nobody but its sender."""
    if not sent_key:
        return None
    return Gap.objects.filter(sent_key=sent_key).select_related("municipality").first()


def receipt_of(gap: Gap, on: date) -> Receipt:
    """Everything on the receipt, as it stands on a day."""
    return Receipt(
        gap=gap,
        map_word=map_word(gap.address_id),
        entry=point_of_entry(gap.municipality.code),
        steps=list(gap.steps.select_related("municipality")),
        overdue=gap.is_overdue(on),
    )


def link_of(gap: Gap) -> str:
    """The receipt's whole address, for a mail, in the language of the one who gets it."""
    with translation.override(gap.language):
        return settings.SITE_URL + reverse("gap-receipt", args=[token_of(gap)])


def confirming_token(gap: Gap) -> str:
    """The end of the link that says yes to mails; it holds for this very mail address."""
    return signing.dumps([gap.pk, gap.email], salt=_CONFIRM)


def confirmed_by(token: str) -> Gap | None:
    """Whose mail address a link confirms; None where it is not ours, or has been changed."""
    try:
        pk, email = signing.loads(token, salt=_CONFIRM)
    except signing.BadSignature:
        return None
    return Gap.objects.filter(pk=pk, email=email).exclude(email="").first()
