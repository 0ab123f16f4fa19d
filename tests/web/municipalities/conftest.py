"""What the tests of the municipalities' pages share: a place in which everything is there."""

from datetime import date

import pytest

from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.commitments.actions.plan import add_plan_goal
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.guidelines.actions.decisions import Decided, decide
from taskforce.web.guidelines.models import AdoptionState
from taskforce.web.people.models import Organisation
from taskforce.web.plans.actions.comparing import compare_plans
from taskforce.web.plans.models import Openness
from tests.web.plans.makers import SKOVVEJ, plan_of
from tests.web.profiles.makers import approved, profile_of
from tests.web.sites.makers import site_of

DAY = date(2026, 1, 5)


@pytest.fixture
def filled(cast, visitor):
    """Sorø with a site, a clause, a public plan and a goal that everybody may see."""
    soroe = Organisation.objects.get(code="0340")
    site_of(name="Vandtårnet")
    decide(soroe, ["DIG-36"], Decided("2020", AdoptionState.ADOPTED, DAY), by=SOFTWARE)
    plan_of(*SKOVVEJ, openness=Openness.PUBLIC)
    compare_plans(by=SOFTWARE)
    goal = add_plan_goal(soroe, {"title": "Alle har signal i 2030"}, by=SOFTWARE)
    add_commitment(soroe, {"title": "Intern handling", "goal": goal}, by=SOFTWARE)
    approved(profile_of(shows_plan=True))
    return visitor
