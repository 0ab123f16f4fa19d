"""What stands at the desk: the pieces of each municipality, with what is public and under way."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from taskforce.web.commitments.queries.standing import municipalities
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation
from taskforce.web.profiles.models import PieceKind, ProfilePiece, ProfileVersion, VersionState


@dataclass(frozen=True, slots=True)
class Row:
    """A piece with the version that is public, the one under way, and all of them."""

    piece: ProfilePiece
    public: ProfileVersion | None
    open: ProfileVersion | None
    versions: tuple[ProfileVersion, ...]

    @property
    def newest(self) -> ProfileVersion:
        return self.versions[0]


@dataclass(frozen=True, slots=True)
class Desk:
    """One municipality: its words, its stories."""

    municipality: Organisation
    profile: Row | None
    stories: tuple[Row, ...]

    @property
    def waits(self) -> bool:
        every = (self.profile, *self.stories)
        return any(row.open is not None and row.open.is_sent for row in every if row)


def desk_of(municipality: Organisation) -> Desk:
    """Everything that a municipality has written."""
    pieces = ProfilePiece.objects.filter(municipality=municipality).prefetch_related("versions")
    return _desk(municipality, [_row(one) for one in pieces.select_related("municipality")])


def desks(caller: Caller) -> list[Desk]:
    """The municipalities whose words the caller keeps, in Danish order."""
    rows: dict[int, list[Row]] = {}
    pieces = ProfilePiece.objects.select_related("municipality").prefetch_related("versions")
    for one in pieces:
        rows.setdefault(one.municipality_id, []).append(_row(one))
    kept = [one for one in municipalities() if caller.keeps(one.code)]
    return [_desk(one, rows.get(one.pk, [])) for one in kept]


def sent_in() -> QuerySet[ProfileVersion]:
    """What awaits the taskforce's word, the oldest first."""
    waiting = ProfileVersion.objects.filter(state=VersionState.SENT)
    return waiting.select_related("piece", "piece__municipality").order_by("sent_at", "pk")


def _desk(municipality: Organisation, rows: list[Row]) -> Desk:
    kept = [one for one in rows if one.versions]
    profile = next((one for one in kept if one.piece.kind == PieceKind.PROFILE), None)
    return Desk(municipality, profile, tuple(one for one in kept if one is not profile))


def _row(piece: ProfilePiece) -> Row:
    versions = tuple(sorted(piece.versions.all(), key=lambda one: -one.number))
    return Row(
        piece,
        next((one for one in versions if one.is_approved), None),
        next((one for one in versions if one.is_open), None),
        versions,
    )
