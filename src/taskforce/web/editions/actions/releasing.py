"""Approve an edition, or go back to an earlier one; from that moment on everybody sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.report.bundle import Bundle, Bundles
from taskforce.report.codec import plain
from taskforce.report.editions.difference import difference
from taskforce.report.editions.keeping import is_complete, keep
from taskforce.snapshot.freeze import Busy
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import TaskforceError
from taskforce.web.editions.models import Act, Release
from taskforce.web.editions.queries.on_show import kept_edition, signed_off, to_approve
from taskforce.web.frame.edition import forget, latest
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader is told about it, in both languages."""

    da: str = ""
    en: str = ""


@transaction.atomic
def sign_off(edition: str, note: Note, *, by: Actor) -> Release:
    """Approve a bundle that has been built: it is kept as it is, and put on show.

    Raises
    ------
    ValidationError
        There is no such bundle, it is on show already, or it cannot be kept just now.
    """
    bundle, approved = to_approve(edition), signed_off()
    if bundle is None:
        raise ValidationError(_("These figures are not on the shelf any more."))
    if edition in approved.standing[:1]:
        raise ValidationError(_("These figures are on show already."))
    if not approved.ever:
        _take_in_earlier(bundle, by=by)
    shown = latest()
    _keep(bundle)
    release = _released(Act.SIGNED_OFF, bundle, note, by=by)
    if approved.ever:
        _compare(release, shown, bundle)
    return _written(release, by=by)


@transaction.atomic
def roll_back(edition: str, note: Note, *, by: Actor) -> Release:
    """Go back to an earlier edition that stands; the reason is for everybody to read.

    Raises
    ------
    ValidationError
        There is no such edition, it is on show or thinned, or no reason is given.
    """
    approved, bundle = signed_off(), kept_edition(edition)
    if bundle is None or edition not in approved.standing[1:]:
        raise ValidationError(_("It is not possible to go back to these figures."))
    if not is_complete(bundle):
        raise ValidationError(_("Only the figures of this edition are kept, not its files."))
    if not (note.da.strip() and note.en.strip()):
        raise ValidationError(_("Say why, in Danish and in English."))
    release = _released(Act.ROLLED_BACK, bundle, note, by=by)
    _compare(release, latest(), bundle)
    return _written(release, by=by)


def _take_in_earlier(bundle: Bundle, *, by: Actor) -> None:
    """What was on show before approvals began has been quoted too, and is kept as well."""
    for one in Bundles(settings.SHELF).all():
        if one.label.age < bundle.label.age:
            _keep(one)
            add(_released(Act.BEFORE, one, Note(), by=by), by=by)


def _released(act: Act, bundle: Bundle, note: Note, *, by: Actor) -> Release:
    return Release(
        act=act,
        edition=bundle.edition,
        bundle=bundle.id,
        software=bundle.label.software,
        as_of=bundle.label.as_of,
        note_da=note.da.strip(),
        note_en=note.en.strip(),
        signed_by_id=None if act is Act.BEFORE else by.account_id,
        signed_at=timezone.now(),
    )


def _compare(release: Release, shown: Bundle | None, bundle: Bundle) -> None:
    if shown is not None:
        release.before = shown.edition
        told: dict[str, Any] = plain(difference(shown, bundle))
        release.difference = told


def _written(release: Release, *, by: Actor) -> Release:
    written = add(release, by=by)
    forget()
    return written


def _keep(bundle: Bundle) -> None:
    try:
        keep(Shelf(settings.SHELF), bundle)
    except Busy as error:
        raise ValidationError(
            _("Figures are being collected just now. Try again in a few minutes.")
        ) from error
    except (TaskforceError, OSError) as error:
        words = _("The figures cannot be kept: %(reason)s") % {"reason": error}
        raise ValidationError(words) from error
