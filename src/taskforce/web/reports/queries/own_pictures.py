"""The pictures that a municipality shows itself, for those who write about it."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.figures import Area
from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.profiles.queries.public import profile_of, stories_of


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """A picture that has been approved, with what it shows and who has the rights to it."""

    version: ProfileVersion

    @property
    def name(self) -> str:
        """Its name in the press pack: the same as long as the picture is."""
        return f"{self.version.piece_id}-{self.version.number}.jpg"

    @property
    def content(self) -> bytes:
        with self.version.photo.open("rb") as kept:
            return bytes(kept.read())


def own_pictures(area: Area) -> tuple[OwnPicture, ...]:
    """Those of its page and its stories; none where it shows none."""
    approved = [profile_of(area.code), *stories_of(area.code)]
    return tuple(OwnPicture(one) for one in approved if one and one.photo)
