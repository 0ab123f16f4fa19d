"""Every address of the web, tried as everybody; none tells what is kept for others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from tests.cast import signed_in
from tests.web import doors
from tests.web.furnished import Room, furnish
from tests.web.kept_apart import KNOWN_TO, put_in, words_of

pytestmark = pytest.mark.django_db

# They read most of the pages; the others are tried on one kind of database.
_TRIED_ON_BOTH = ("consultant", "coordinator")

# Which thing the number in an address is the number of, where the name does not begin with it.
NUMBER_OF = {
    "account": "account",
    "agenda": "agendaitem",
    "agreement": "agreement",
    "case": "case",
    "case-rent": "lease",
    "commitment": "commitment",
    "contact-add": "organisation",
    "contact-log-add": "organisation",
    "contact-log-change": "contactlog",
    "condition": "condition",
    "dialogue": "dialogue",
    "duty": "duty",
    "duty-add": "person",
    "event": "event",
    "file": "attachment",
    "gap": "gap",
    "gap-text": "answertemplate",
    "goal": "goal",
    "group-role": "grouprole",
    "hand-over": "person",
    "invitation": "invitation",
    "invitee": "invitee",
    "local-value": "localvalue",
    "clause-decision": "clausedecision",
    "mail": "mail",
    "material": "material",
    "material-paper": "paper",
    "material-version": "version",
    "meeting": "meeting",
    "milestone": "milestone",
    "news": "newsitem",
    "milestone-new": "commitment",
    "next-step-taken": "contactlog",
    "note": "note",
    "organisation": "organisation",
    "outcome": "outcome",
    "participant": "participant",
    "party": "party",
    "person": "person",
    "plan-goal": "plangoal",
    "profile-piece": "profilepiece",
    "profile-version": "profileversion",
    "public-meeting": "meeting",
    "ranking-request": "rankingrequest",
    "role-address": "organisation",
    "rollout": "rolloutplan",
    "rollout-version": "planversion",
    "role-address-remove": "roleaddress",
    "site": "site",
    "sites-upload": "upload",
    "sparring": "question",
    "sparring-advice": "advice",
    "sparring-proposal": "proposal",
    "spot": "spot",
    "spot-answer": "spotanswer",
    "spot-list": "spotlist",
    "statement": "statement",
    "story": "profilepiece",
    "status-take-back": "participationstep",
}


def every_address() -> Iterator[str]:
    """The name of every address; one without a name stands by its route."""
    yield from _names(get_resolver().url_patterns, "")


def _names(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _names(one.url_patterns, inner)
        else:
            yield f"{space}{one.name or one.pattern}"


def number_of(name: str) -> str:
    """The model whose number stands in an address: the longest beginning that is known."""
    parts = name.split("-")
    known = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next(NUMBER_OF[one] for one in known if one in NUMBER_OF)


def address(name: str, room: Room) -> str:
    """The address of a page about what is in a room."""
    if "/" in name:
        return f"/konto/{name}"
    for where in (doors.ABOUT.get(name, {}), {"code": room.organisation.code}):
        try:
            return reverse(name, kwargs=where)
        except NoReverseMatch:
            continue
    if name.startswith("notes"):
        about = {"kind": "people.organisation", "thing_id": room.organisation.pk}
        return reverse(name, kwargs=about)
    if name == "journal-entry":
        return reverse(name, kwargs={"number": room.pk("entry")})
    if name.startswith(("mfa_", "account_")):
        return reverse(name, args=["1"])
    number = {"pk": room.pk(number_of(name))}
    return reverse(name, kwargs=number | _besides(name, room))


def _besides(name: str, room: Room) -> dict[str, object]:
    if name == "account-take-role":
        return {"grant": room.pk("grant")}
    if name == "rollout-export":
        return {"kind": "csv"}
    if name == "site-signal-export":
        return {"kind": "pdf"}
    return {"method": "I"} if name == "case-rent-method" else {}


def test_every_address_has_its_line_in_the_table():
    assert sorted(set(every_address())) == sorted(doors.TABLE)


@pytest.mark.parametrize(
    "member",
    [
        one if one in _TRIED_ON_BOTH else pytest.param(one, marks=pytest.mark.one_database)
        for one in doors.MEMBERS
    ],
)
def test_a_member_gets_in_where_the_table_says_and_is_told_no_secret(
    member, cast, browser, published, settings
):
    settings.SHELF = published
    rooms = furnish(cast)
    secrets = put_in(rooms)
    rooms[doors.ANY] = rooms[doors.HOME]
    known = cast.everybody.get(member)
    client = signed_in(known) if known else Client(SERVER_NAME="localhost")
    wrong, told = [], []
    for name, place, expected in tried_by(member):
        there = address(name, rooms[place])
        answer = client.get(there)
        let_in, words = is_let_in(answer), words_of(answer)
        if let_in != (member in expected):
            wrong.append(f"{there} ({name}, {place}) {'opens' if let_in else 'is shut'}")
        told += [(one, name) for one in secrets if any(trace in words for trace in secrets[one])]
    assert wrong == []
    assert [(one, where) for one, where in told if member not in KNOWN_TO[one]] == []
    # The landlord finds a rent on the one page that is for the landlord.
    assert {where for one, where in told if one == "rent"} <= {"case-rent"}


def tried_by(member: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every address at every place, and who gets in there."""
    for name, places in doors.TABLE.items():
        if places != doors.OPEN or member in doors.TRIED_IN_PUBLIC:
            yield from ((name, place, expected) for place, expected in places.items())


def is_let_in(answer: HttpResponseBase) -> bool:
    """Whether the wall let a request through; what the page then answers is another matter."""
    to_sign_in = answer.status_code == 302 and answer["Location"].startswith(
        reverse("account_login")
    )
    return answer.status_code != 403 and not to_sign_in
