"""What a municipality tells about itself: its profile and its stories, each with its versions."""

from taskforce.web.profiles.models.piece import PieceKind, ProfilePiece
from taskforce.web.profiles.models.version import (
    OPEN_STATES,
    ProfileVersion,
    RentMethod,
    VersionState,
)

__all__ = [
    "OPEN_STATES",
    "PieceKind",
    "ProfilePiece",
    "ProfileVersion",
    "RentMethod",
    "VersionState",
]
