"""A wish for a ranking in the words of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from taskforce.vocabulary.signal import Service
from taskforce.web.people.caller import Caller
from taskforce.web.rankings.models import RankingRequest, RequestState
from taskforce.web.rankings.queries.told import in_language

_LOOKS = {
    RequestState.WAITING: "waiting",
    RequestState.RUNNING: "going",
    RequestState.DONE: "done",
    RequestState.FAILED: "overdue",
    RequestState.CANCELLED: "",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish, how its state looks, and why it could not be calculated."""

    asked: RankingRequest
    area: str
    about: str
    look: str
    failure: str

    @property
    def can_be_cancelled(self) -> bool:
        return self.asked.state == RequestState.WAITING


def wish(caller: Caller, asked: RankingRequest) -> Wish:
    """The wish as it is shown to one reader."""
    area = asked.municipality.name if asked.municipality else gettext("The whole region")
    look = _LOOKS[RequestState(asked.state)]
    return Wish(asked, area, " · ".join(_about(asked)), look, _failure(caller, asked))


def _failure(caller: Caller, asked: RankingRequest) -> str:
    """The calculation's own words may name folders, and sites that are not on offer."""
    if asked.state != RequestState.FAILED:
        return ""
    if caller.is_consultant:
        return gettext("The calculation said: %(message)s") % {"message": asked.message}
    return gettext("The taskforce sees why. Ask for it again, or write to the taskforce.")


def _about(asked: RankingRequest) -> Iterator[str]:
    yield ngettext("%(k)s site", "%(k)s sites", asked.k) % {"k": asked.k}
    yield in_language(Service(asked.service).label)
    yield str(asked.get_need_display())
    if asked.forced:
        yield gettext("must be chosen: %(sites)s") % {"sites": ", ".join(asked.forced)}
    if asked.forbidden:
        yield gettext("left out: %(sites)s") % {"sites": ", ".join(asked.forbidden)}
