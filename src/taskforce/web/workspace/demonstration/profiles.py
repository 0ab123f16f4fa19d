"""Let two municipalities have written about themselves: pages, stories, and one that waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Account, Organisation, Role
from taskforce.web.profiles.actions.approving import approve, send
from taskforce.web.profiles.actions.writing import write_profile, write_story
from taskforce.web.profiles.models import ProfilePiece, ProfileVersion
from taskforce.web.workspace.demonstration import profile_words as words
from taskforce.web.workspace.demonstration.accounts import HOME
from taskforce.web.workspace.demonstration.drawing import (
    fibre_in_a_trench,
    mast_on_a_hill,
    neighbours,
    water_tower,
)

_ELSEWHERE = "0376"


def make_profiles(accounts: dict[Role, Account]) -> None:
    """Write and approve, unless somebody has written already."""
    if ProfilePiece.objects.exists():
        return
    writer = caller_for(accounts[Role.COORDINATOR])
    consultant = caller_for(accounts[Role.CONSULTANT])
    home, elsewhere = (Organisation.objects.get(code=code) for code in (HOME, _ELSEWHERE))
    mast, tower = _picture(mast_on_a_hill, words.MAST), _picture(water_tower, words.TOWER)
    street = _picture(neighbours, words.STREET)
    trench = _picture(fibre_in_a_trench, words.TRENCH)
    _approved(write_profile(home, {**words.PAGE, **mast}, by=writer), writer, consultant)
    _approved(write_story(home, {**words.STORY, **tower}, by=writer), writer, consultant)
    send(write_story(home, words.WAITS, by=writer), by=writer)
    theirs = write_profile(elsewhere, {**words.NEIGHBOURS, **street}, by=consultant)
    _approved(theirs, consultant, consultant)
    told = {**words.TRENCH_STORY, **trench}
    _approved(write_story(elsewhere, told, by=consultant), consultant, consultant)


def _picture(drawn: Callable[[], bytes], told: dict[str, str]) -> dict[str, Any]:
    return {"photo": ContentFile(drawn(), "tegning.png"), **told}


def _approved(version: ProfileVersion, writer: Actor, consultant: Actor) -> None:
    send(version, by=writer)
    approve(version, by=consultant)
