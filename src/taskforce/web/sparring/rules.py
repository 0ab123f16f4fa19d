"""The rules of the pages of the sparring desk, as the wall asks them."""

from __future__ import annotations

from taskforce.web.people.rights import Rule, sees
from taskforce.web.sparring.models import Question
from taskforce.web.sparring.queries.access import takes_part

members_of_the_desk = Rule("members of the sparring desk", lambda caller, _: takes_part(caller))
sees_question = sees(Question)
