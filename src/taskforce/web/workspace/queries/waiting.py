"""Everything that awaits somebody, gathered from the apps: overdue, soon, and later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from taskforce.web.cases.queries.awaiting import awaiting as among_cases
from taskforce.web.commitments.queries.awaiting import awaiting as among_commitments
from taskforce.web.dialogue.queries.awaiting import awaiting as in_dialogues
from taskforce.web.editions.queries.awaiting import awaiting as about_editions
from taskforce.web.frame.awaiting import Awaiting, by_urgency
from taskforce.web.gaps.queries.awaiting import awaiting as about_gaps
from taskforce.web.guidelines.queries.awaiting import awaiting as about_guidelines
from taskforce.web.library.queries.awaiting import awaiting as about_materials
from taskforce.web.meetings.queries.awaiting import awaiting as about_meetings
from taskforce.web.news.queries.awaiting import awaiting as among_news
from taskforce.web.people.caller import Caller
from taskforce.web.people.queries.awaiting import awaiting as in_the_register
from taskforce.web.plans.queries.awaiting import awaiting as about_plans
from taskforce.web.profiles.queries.awaiting import awaiting as about_profiles
from taskforce.web.sites.queries.awaiting import awaiting as about_sites
from taskforce.web.sparring.queries.awaiting import awaiting as at_the_sparring_desk
from taskforce.web.spots.queries.awaiting import awaiting as about_spots

SOON = timedelta(days=14)
_SOURCES = (
    among_cases,
    in_dialogues,
    among_commitments,
    about_editions,
    about_gaps,
    about_guidelines,
    about_materials,
    about_plans,
    about_meetings,
    among_news,
    about_profiles,
    about_sites,
    at_the_sparring_desk,
    about_spots,
    in_the_register,
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What awaits somebody, the most urgent first. What has no date comes with the soon."""

    overdue: list[Awaiting]
    soon: list[Awaiting]
    later: list[Awaiting]

    @property
    def total(self) -> int:
        return len(self.overdue) + len(self.soon) + len(self.later)


def waiting(caller: Caller, on: date) -> Waiting:
    """What awaits a caller on a day."""
    things = by_urgency([one for source in _SOURCES for one in source(caller, on)])
    open_still = [one for one in things if not one.overdue]
    near = [one for one in open_still if one.due is None or one.due <= on + SOON]
    return Waiting(
        overdue=[one for one in things if one.overdue],
        soon=near,
        later=[one for one in open_still if one not in near],
    )
