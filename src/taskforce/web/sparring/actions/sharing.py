"""Ask a municipality whether an answer may become material, and keep what it agrees to."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.library import markup
from taskforce.web.library.actions.materials import Words, write_material
from taskforce.web.library.models import Audience, Kind
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, Role
from taskforce.web.sparring.actions.messages import write
from taskforce.web.sparring.models import Consent, PeerOffer, Proposal, Question, Step, Topic
from taskforce.web.sparring.queries.sharing import can_be_shared

# The words stand in the material, which is written in Danish.
_SOURCE = "Taskforcens sparring med en kommune; gengivet anonymt og med kommunens samtykke."
_SOURCE_WITHDRAWN = (
    "Taskforcens sparring med en kommune, som har trukket sit samtykke tilbage. "
    "Må ikke offentliggøres."
)


@transaction.atomic
def propose(question: Question, *, title: str, summary: str, text: str, by: Caller) -> Proposal:
    """Show the municipality the anonymous text, and ask whether it may be shared.

    Raises
    ------
    ValidationError
        Something is missing, or the text has marks that materials do not know.
    """
    if not by.is_consultant or not can_be_shared(question):
        raise PermissionDenied
    try:
        markup.checked(text)
    except ValidationError as error:
        raise ValidationError({"text": error.messages}) from error
    proposal = Proposal(
        question=question,
        title=title,
        summary=summary,
        text=text,
        asked_by_id=by.account_id,
        asked_at=timezone.now(),
    )
    add(proposal, by=by)
    write(question, Step.PROPOSED, title, by=by)
    return proposal


@transaction.atomic
def answer(proposal: Proposal, *, agrees: bool, by: Caller) -> Proposal:
    """Say yes or no, once; a yes makes a draft that only the taskforce sees and publishes."""
    if not by.speaks_for(proposal.place) or proposal.consent != Consent.ASKED:
        raise PermissionDenied
    new = {
        "consent": Consent.GIVEN if agrees else Consent.REFUSED,
        "answered_by_id": by.account_id,
        "answered_at": timezone.now(),
    }
    change(proposal, new, by=by, what=f"proposal.{new['consent']}")
    if agrees:
        _draft(proposal, by=by)
    step = Step.AGREED if agrees else Step.DECLINED
    write(proposal.question, step, proposal.title, by=by)
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: Caller) -> Proposal:
    """Take a yes back: the material is no longer public, and the taskforce is told."""
    if not by.speaks_for(proposal.place) or proposal.consent != Consent.GIVEN:
        raise PermissionDenied
    new = {
        "consent": Consent.WITHDRAWN,
        "answered_by_id": by.account_id,
        "answered_at": timezone.now(),
    }
    change(proposal, new, by=by, what="proposal.withdrawn")
    if proposal.material is not None:
        # Who edits the material later reads there why it must stay a draft.
        hidden = {"audience": Audience.DRAFT, "source": _SOURCE_WITHDRAWN, "start_step": None}
        change(proposal.material, hidden, by=by, what="material.withdrawn")
    write(proposal.question, Step.WITHDREW, proposal.title, by=by)
    return proposal


@transaction.atomic
def offer(place: Organisation, topics: Iterable[Topic], *, by: Caller) -> None:
    """Set the topics on which a municipality agrees to be asked by the others."""
    if not by.holds(place.place, Role.COORDINATOR):
        raise PermissionDenied
    wanted, known = set(topics), {one.topic: one for one in place.peer_offers.all()}
    for topic, one in known.items():
        if topic not in wanted:
            remove(one, by=by)
    for topic in sorted(wanted - set(known)):
        new = PeerOffer(municipality=place, topic=topic, agreed_on=timezone.localdate())
        add(new, by=by)


def _draft(proposal: Proposal, *, by: Caller) -> None:
    today = timezone.localdate()
    told = {
        "kind": Kind.GUIDE,
        "audience": Audience.DRAFT,
        "title_da": proposal.title,
        "summary_da": proposal.summary,
        "body_da": proposal.text,
        "source": _SOURCE,
        "checked_on": today,
        "owner_id": proposal.asked_by_id,
    }
    topic = proposal.question.topic
    words = Words(topics=() if topic == Topic.OTHER else (topic,))
    material = write_material(told, words, on=today, by=by)
    change(proposal, {"material": material}, by=by, what="proposal.drafted")
