"""One search across municipalities, people, commitments and notes; each app says who sees what."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.queries.found import found as among_cases
from taskforce.web.commitments.queries.found import found as among_commitments
from taskforce.web.dialogue.queries.found import found as among_dialogues
from taskforce.web.frame.found import Found
from taskforce.web.gaps.queries.found import found as among_gaps
from taskforce.web.guidelines.queries.found import found as among_rules
from taskforce.web.library.queries.found import found as among_materials
from taskforce.web.meetings.queries.found import found as among_meetings
from taskforce.web.news.queries.found import found as among_news
from taskforce.web.notes.queries import found as in_notes
from taskforce.web.people.caller import Caller
from taskforce.web.people.queries.found import found as in_the_register
from taskforce.web.plans.queries.found import found as among_plans
from taskforce.web.sites.queries.found import found as among_sites
from taskforce.web.sparring.queries.found import found as among_questions
from taskforce.web.spots.queries.found import found as among_spots

SHORTEST = 2
_SOURCES = (
    (_("Organisations and people"), in_the_register),
    (_("Commitments, action plans and goals"), among_commitments),
    (_("Cases"), among_cases),
    (_("Dialogue"), among_dialogues),
    (_("Meetings"), among_meetings),
    (_("Missing coverage"), among_gaps),
    (_("Public sites"), among_sites),
    (_("Sparring"), among_questions),
    (_("White spots"), among_spots),
    (_("Roll-out plans"), among_plans),
    (_("Inspiration"), among_materials),
    (_("News"), among_news),
    (_("Notes and files"), in_notes),
    (_("Rules"), among_rules),
)


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found in one app, under its heading."""

    heading: Promise | str
    hits: list[Found]


def search(caller: Caller, text: str) -> list[Hits]:
    """What the caller may see that has the words in it; nothing for less than two letters."""
    words = " ".join(text.split())
    if len(words) < SHORTEST:
        return []
    groups = [Hits(heading, source(caller, words)) for heading, source in _SOURCES]
    return [group for group in groups if group.hits]
