"""What everybody reads of a municipality's own words: the newest approved version of each piece."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.profiles.models import PieceKind, ProfilePiece, ProfileVersion, VersionState


def on_show() -> QuerySet[ProfileVersion]:
    """The version of each piece that is public; a piece without one is not."""
    approved = ProfileVersion.objects.filter(state=VersionState.APPROVED, piece__hidden=False)
    later = ProfileVersion.objects.filter(
        state=VersionState.APPROVED, piece=OuterRef("piece"), number__gt=OuterRef("number")
    )
    shown = approved.exclude(Exists(later))
    return shown.select_related("piece", "piece__municipality")


def profile_of(code: str) -> ProfileVersion | None:
    """The words of a municipality's page; None where it has not written any."""
    found = on_show().filter(piece__kind=PieceKind.PROFILE, piece__municipality__code=code)
    return found.first()


def stories_of(code: str) -> list[ProfileVersion]:
    """The stories of a municipality, the newest first."""
    found = on_show().filter(piece__kind=PieceKind.STORY, piece__municipality__code=code)
    return list(found.order_by("-answered_at", "-pk"))


def municipality_with(code: str) -> Organisation | None:
    """The municipality of a code, where the register knows it."""
    return Organisation.objects.filter(code=code, kind=OrganisationKind.MUNICIPALITY).first()


def story_of(piece: ProfilePiece) -> ProfileVersion | None:
    """A story as everybody reads it."""
    return on_show().filter(piece=piece, piece__kind=PieceKind.STORY).first()
