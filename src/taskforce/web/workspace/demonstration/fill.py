"""Tell the whole story of the demonstration, once."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from taskforce.vocabulary.places import load_region
from taskforce.web.commitments.actions.founding import set_up_goals
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.library.actions.founding import set_up_materials
from taskforce.web.people.actions.organisations import add_organisation, take_in_region
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Organisation, OrganisationKind, Role
from taskforce.web.workspace.demonstration.accounts import HOME, make_members
from taskforce.web.workspace.demonstration.cases import make_cases
from taskforce.web.workspace.demonstration.dialogues import make_dialogues
from taskforce.web.workspace.demonstration.editions import make_editions
from taskforce.web.workspace.demonstration.gaps import make_gaps
from taskforce.web.workspace.demonstration.guidelines import make_guidelines
from taskforce.web.workspace.demonstration.meetings import make_meetings
from taskforce.web.workspace.demonstration.news import make_news
from taskforce.web.workspace.demonstration.people import (
    hold_network_meeting,
    make_people,
    make_state_body,
)
from taskforce.web.workspace.demonstration.plans import make_plans
from taskforce.web.workspace.demonstration.profiles import make_profiles
from taskforce.web.workspace.demonstration.promises import (
    goals_are_set,
    set_coverage_goal,
    take_steps,
)
from taskforce.web.workspace.demonstration.sites import make_sites
from taskforce.web.workspace.demonstration.sparring import make_questions
from taskforce.web.workspace.demonstration.spots import make_spots
from taskforce.web.workspace.demonstration.story import STORY

_OTHERS = (
    (OrganisationKind.STATE, "Vejdirektoratet"),
    (OrganisationKind.OPERATOR, "Demonet"),
    (OrganisationKind.OPERATOR, "Demomobil"),
    (OrganisationKind.LANDLORD, "Demoboliger"),
)


@transaction.atomic
def fill(sites: Path | None = None) -> None:
    """Make what is not there yet; the public sites are those of a list, where it is given."""
    take_in_region(load_region(), by=SOFTWARE)
    for kind, name in _OTHERS:
        if not Organisation.objects.filter(name=name).exists():
            add_organisation(kind=kind, name=name, by=SOFTWARE)
    accounts = make_members()
    make_editions(by=caller_for(accounts[Role.CONSULTANT]))
    set_up_goals(by=SOFTWARE)
    make_cases(timezone.localdate(), by=SOFTWARE)
    make_sites(timezone.localdate(), listed=sites, by=SOFTWARE)
    make_gaps(by=SOFTWARE)
    make_spots(accounts, timezone.localdate(), by=SOFTWARE)
    make_dialogues(accounts)
    set_up_materials(by=SOFTWARE)
    make_plans(timezone.localdate(), by=SOFTWARE)
    make_questions(accounts)
    make_profiles(accounts)
    make_news(accounts, timezone.localdate())
    if goals_are_set():
        return
    today, by = timezone.localdate(), caller_for(accounts[Role.CONSULTANT])
    for chapter in STORY:
        account = accounts[Role.COORDINATOR] if chapter.code == HOME else None
        make_people(chapter, today, account=account, by=by)
        take_steps(chapter, today, by=by)
    make_state_body(today, by=by)
    hold_network_meeting(today, by=by)
    set_coverage_goal(by=by)
    make_guidelines(today, by=by)
    make_meetings(today, by=by)
