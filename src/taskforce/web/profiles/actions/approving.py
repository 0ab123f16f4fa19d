"""Send a draft to the taskforce, take it back, and answer it: approved, or returned and why."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.frame.simultaneous import mark
from taskforce.web.profiles.actions.writing import SAID
from taskforce.web.profiles.models import ProfileVersion, VersionState


@transaction.atomic
def send(version: ProfileVersion, *, by: Actor) -> bool:
    """Ask the taskforce to approve.

    Raises
    ------
    ValidationError
        It is no draft, or a story without a text.
    """
    _must_be(version, VersionState.DRAFT)
    if version.piece.is_story and not version.text_da:
        raise ValidationError(_("Write the text of the story before you send it."))
    new = {"state": VersionState.SENT, "sent_at": timezone.now()}
    return change(version, new, by=by, what="profileversion.sent")


@transaction.atomic
def take_back(version: ProfileVersion, *, by: Actor) -> bool:
    """Make it a draft again, to write on."""
    _must_be(version, VersionState.SENT)
    new = {"state": VersionState.DRAFT, "sent_at": None}
    return change(version, new, by=by, what="profileversion.taken_back")


@transaction.atomic
def approve(version: ProfileVersion, *, by: Actor, seen: str | None = None) -> bool:
    """From now on this is what everybody reads; only words that were `seen` are approved.

    Raises
    ------
    ValidationError
        It does not await approval, or it was written anew since it was looked at.
    """
    _must_be(version, VersionState.SENT)
    if seen is not None and seen != mark(version, SAID):
        raise ValidationError(_overtaken())
    new = {"state": VersionState.APPROVED, **_answer(by)}
    return change(version, new, by=by, what="profileversion.approved")


@transaction.atomic
def send_back(version: ProfileVersion, *, because: str, by: Actor) -> bool:
    """Say what is to be mended first."""
    _must_be(version, VersionState.SENT)
    new = {"state": VersionState.RETURNED, "returned_because": because, **_answer(by)}
    return change(version, new, by=by, what="profileversion.returned")


def _answer(by: Actor) -> dict[str, object]:
    return {"answered_by": by.role_name, "answered_at": timezone.now()}


def _must_be(version: ProfileVersion, state: VersionState) -> None:
    """Somebody else may have been there first."""
    if ProfileVersion.objects.select_for_update().get(pk=version.pk).state != state:
        raise ValidationError(_overtaken())


def _overtaken() -> str:
    return _("Somebody has changed it meanwhile. Look at it once more.")
