"""Where somebody goes most often, by what they do here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from taskforce.web.gaps.queries.access import takes_part as sees_reports
from taskforce.web.news.queries.access import writes_some as writes_news
from taskforce.web.people.caller import Caller
from taskforce.web.people.inviting import roles_for
from taskforce.web.people.models import Organisation, Role
from taskforce.web.people.models.grant import MUNICIPAL
from taskforce.web.sites.queries.access import keeps_some, sees_rankings


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One way to go, and what is found there."""

    title: str
    detail: str
    path: str


def shortcuts(caller: Caller) -> list[Shortcut]:
    """The ways of all the roles that somebody holds, each once."""
    ways = [
        *_consultant(caller),
        *_municipal(caller),
        *_reports(caller),
        *_keeper(caller),
        *_ranking(caller),
        *_plans(caller),
        *_news(caller),
        *_own_pages(caller),
        *_business(caller),
        *_administrator(caller),
        *_inviter(caller),
        *_everybody(),
    ]
    return list(dict.fromkeys(ways))


def _consultant(caller: Caller) -> Iterator[Shortcut]:
    if caller.is_consultant:
        yield Shortcut(
            _("The municipalities' work"),
            _("Who takes part, what they have promised, and what is overdue."),
            reverse("municipal-work"),
        )
        yield _register()
        yield Shortcut(
            _("Goals"), _("How far the region has come, and how far it is to go."), reverse("goals")
        )
        yield Shortcut(
            _("Editions"),
            _("New figures: see what they change, and approve them."),
            reverse("editions"),
        )


def _municipal(caller: Caller) -> Iterator[Shortcut]:
    for one in _organisations(caller, *MUNICIPAL):
        yield Shortcut(
            _("%(name)s: commitments and action plan") % {"name": one.name},
            _("What you have promised, and how far you are."),
            reverse("municipality-work", args=[one.code]),
        )
        yield Shortcut(
            _("%(name)s: inspiration for the action plan") % {"name": one.name},
            _("Guides, templates and case stories that fit what you have promised."),
            reverse("library-for-plan", args=[one.code]),
        )
        yield Shortcut(
            _("%(name)s: contacts") % {"name": one.name},
            _("The point of entry, those who stand in, and the specialists."),
            reverse("organisation", args=[one.pk]),
        )
        yield Shortcut(
            _("%(name)s: the guidelines") % {"name": one.name},
            _("What you have decided, and your own values."),
            reverse("guidelines-municipality", args=[one.code]),
        )
        yield Shortcut(
            _("%(name)s: the public page") % {"name": one.name},
            _("What citizens and firms see about you."),
            reverse("municipality", args=[one.slug]),
        )


def _reports(caller: Caller) -> Iterator[Shortcut]:
    if sees_reports(caller):
        yield Shortcut(
            _("Missing coverage"),
            _("Where citizens and firms lack coverage, and what awaits an answer."),
            reverse("gaps"),
        )
        yield Shortcut(
            _("White spots"),
            _("Who follows up each of them, and what operators say."),
            reverse("spots"),
        )


def _keeper(caller: Caller) -> Iterator[Shortcut]:
    # The taskforce keeps everybody's, and finds them in its menu.
    if keeps_some(caller) and not caller.is_consultant:
        yield Shortcut(
            _("Your own sites"),
            _("What you offer for masts and antennas, and who sees what."),
            reverse("sites-own"),
        )
    elif caller.has(Role.OPERATOR):
        yield Shortcut(
            _("Public sites for masts"),
            _("Water towers, roofs and land on offer, with their terms."),
            reverse("sites"),
        )


def _ranking(caller: Caller) -> Iterator[Shortcut]:
    if sees_rankings(caller):
        yield Shortcut(
            _("Where would a mast help most?"),
            _("The public sites that would newly cover most homes and firms."),
            reverse("ranking"),
        )


def _own_pages(caller: Caller) -> Iterator[Shortcut]:
    detail = _("What a municipality says about itself, its stories and its badges.")
    if caller.is_consultant:
        yield Shortcut(_("The municipalities' pages"), detail, reverse("profiles-desk"))
    for one in _organisations(caller, Role.COORDINATOR):
        yield Shortcut(
            _("%(name)s: your words and badges") % {"name": one.name},
            detail,
            reverse("profile-room", args=[one.code]),
        )


def _news(caller: Caller) -> Iterator[Shortcut]:
    if writes_news(caller):
        yield Shortcut(
            _("News desk"),
            _("Write about what happens, and see what is public."),
            reverse("news-desk"),
        )


def _plans(caller: Caller) -> Iterator[Shortcut]:
    if caller.has(Role.OPERATOR):
        yield Shortcut(
            _("Roll-out plans"),
            _("Upload where you will build, and see what became of what you promised."),
            reverse("rollouts"),
        )
    for one in _organisations(caller, *MUNICIPAL):
        yield Shortcut(
            _("%(name)s: below today, planned") % {"name": one.name},
            _("Addresses without proper internet, and who has planned them."),
            reverse("rollouts-planned", args=[one.code]),
        )


def _business(caller: Caller) -> Iterator[Shortcut]:
    if caller.has(Role.OPERATOR):
        yield Shortcut(
            _("White spots to answer"),
            _("Say where you will build, and what you need for it."),
            reverse("spots-to-answer"),
        )
    if caller.has(Role.OPERATOR, Role.LANDLORD):
        yield Shortcut(
            _("Whom do I ask?"),
            _("The right contact for a place and a subject."),
            reverse("whom-to-ask"),
        )
    for one in _organisations(caller, Role.OPERATOR, Role.LANDLORD):
        yield Shortcut(
            one.name,
            _("What is kept about your organisation and its people."),
            reverse("organisation", args=[one.pk]),
        )


def _administrator(caller: Caller) -> Iterator[Shortcut]:
    if not caller.is_administrator:
        return
    yield Shortcut(
        _("Accounts"), _("Invite somebody, give roles, close accounts."), reverse("accounts")
    )
    yield Shortcut(_("Journal"), _("Who wrote or read what, and when."), reverse("journal"))


def _inviter(caller: Caller) -> Iterator[Shortcut]:
    # An administrator finds them beside the accounts.
    if roles_for(caller) and not caller.is_administrator:
        yield Shortcut(
            _("Invitations"),
            _("Invite somebody to work here, and see who has not answered."),
            reverse("invitations"),
        )


def _everybody() -> Iterator[Shortcut]:
    yield Shortcut(
        _("My account"),
        _("Your language, the mails you get, and how you sign in."),
        reverse("my-account"),
    )
    if settings.DEBUG:
        yield Shortcut(
            _("Mails"), _("The mails that the demonstration does not send."), reverse("mails")
        )


def _register() -> Shortcut:
    return Shortcut(
        _("Organisations and people"),
        _("Municipalities, operators and landlords, and the people in them."),
        reverse("organisations"),
    )


def _organisations(caller: Caller, *roles: Role) -> list[Organisation]:
    ids = [
        held.organisation_id for held in caller.held if held.role in roles and held.organisation_id
    ]
    return list(Organisation.objects.filter(pk__in=ids))
