"""Send a draft to the taskforce, take it back, and answer it: approved, or returned and why."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.profiles.models import ProfileVersion, VersionState


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


def take_back(version: ProfileVersion, *, by: Actor) -> bool:
    """Make it a draft again, to write on."""
    _must_be(version, VersionState.SENT)
    new = {"state": VersionState.DRAFT, "sent_at": None}
    return change(version, new, by=by, what="profileversion.taken_back")


def approve(version: ProfileVersion, *, by: Actor) -> bool:
    """From now on this is what everybody reads."""
    _must_be(version, VersionState.SENT)
    new = {"state": VersionState.APPROVED, **_answer(by)}
    return change(version, new, by=by, what="profileversion.approved")


def send_back(version: ProfileVersion, *, because: str, by: Actor) -> bool:
    """Say what is to be mended first."""
    _must_be(version, VersionState.SENT)
    new = {"state": VersionState.RETURNED, "returned_because": because, **_answer(by)}
    return change(version, new, by=by, what="profileversion.returned")


def _answer(by: Actor) -> dict[str, object]:
    return {"answered_by": by.role_name, "answered_at": timezone.now()}


def _must_be(version: ProfileVersion, state: VersionState) -> None:
    """Somebody else may have been there first."""
    if ProfileVersion.objects.get(pk=version.pk).state != state:
        raise ValidationError(_("Somebody has changed it meanwhile. Look at it once more."))
