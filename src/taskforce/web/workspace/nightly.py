"""What is done every night: old data goes, people and municipalities are asked, mails are sent."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from taskforce.report.mobile.making import up_to_date
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf, TaskforceError
from taskforce.web.dialogue.actions.retention import forget_old
from taskforce.web.dialogue.mail.outgoing import send_waiting
from taskforce.web.dialogue.mail.reminders import remind
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.gaps.actions.erasing import retention as erase_gaps
from taskforce.web.gaps.actions.following import send_answers
from taskforce.web.guidelines.actions.commitments import take_effect
from taskforce.web.library.actions.founding import set_up_materials
from taskforce.web.library.actions.reminding import remind_owners
from taskforce.web.meetings.actions.agenda import fill_all
from taskforce.web.meetings.actions.retention import forget_substitutes
from taskforce.web.meetings.mail.minutes import send_due_minutes
from taskforce.web.meetings.mail.sending import send_invitations
from taskforce.web.news.actions.announcing import announce_figures
from taskforce.web.news.actions.mailing import send_news
from taskforce.web.people.actions.confirmation import ask_for_confirmation
from taskforce.web.people.actions.retention import retention
from taskforce.web.plans.actions.comparing import compare_plans
from taskforce.web.rankings.actions import work
from taskforce.web.reports.actions.making import make_papers
from taskforce.web.sites.freezing import freeze_sites
from taskforce.web.sparring.actions.mails import send_waiting as send_sparring
from taskforce.web.sparring.actions.retention import forget_old as forget_questions
from taskforce.web.spots.actions.nightly import work_on_spots
from taskforce.web.workspace.digest import send_digests


@dataclass(frozen=True, slots=True)
class Done:
    """How one piece of the work went, in one line."""

    line: str
    well: bool


def do_everything(*, on: date, by: Actor) -> list[Done]:
    """Each piece for itself: one that fails does not hold up the others."""
    return [
        _tried("retention", lambda: _retention(on, by)),
        _tried("confirmation", lambda: _confirmation(on, by)),
        _tried("guidelines", lambda: _guidelines(on, by)),
        _tried("sites", lambda: _sites(on)),
        calculate_rankings(by=by),
        hold_promises(by=by),
        compare_truths(),
        _tried("reports", lambda: _reports(on, by)),
        _tried("dialogue", lambda: _dialogue(on, by)),
        _tried("materials", lambda: _materials(on, by)),
        _tried("sparring", lambda: _sparring(on, by)),
        _tried("white spots", lambda: _spots(on, by)),
        _tried("meetings", lambda: _meetings(on, by)),
        _tried("news", lambda: _news(by)),
        set_papers(on=on),
        _tried("digests", lambda: _digests(on, by)),
    ]


def _tried(name: str, work: Callable[[], Done]) -> Done:
    try:
        done = work()
    except (DatabaseError, ValidationError, SMTPException, OSError, TaskforceError) as error:
        return Done(f"{name}: failed, and will be tried again next time: {error}", well=False)
    return Done(f"{name}: {done.line}", done.well)


def _retention(on: date, by: Actor) -> Done:
    with transaction.atomic():
        removed = retention(on=on, by=by)
    return Done(f"removed {removed.people} people and {removed.invitations} invitations", well=True)


def _confirmation(on: date, by: Actor) -> Done:
    # A transaction for each mail, here and below: what has been sent stays noted as sent.
    asked = ask_for_confirmation(on=on, by=by)
    return Done(f"asked {asked} people whether their details still hold", well=True)


def _guidelines(on: date, by: Actor) -> Done:
    asked = take_effect(on=on, by=by)
    return Done(f"asked {asked} municipalities about the version in force", well=True)


def _sites(on: date) -> Done:
    label = freeze_sites(on=on)
    line = f"frozen {label.rows} as {label.id}" if label else "nothing has changed"
    return Done(line, well=True)


def calculate_rankings(*, by: Actor) -> Done:
    """The rankings that have been asked for, also by day."""
    return _tried("rankings", lambda: _rankings(by))


def _rankings(by: Actor) -> Done:
    worked = work(by=by)
    failed = f", and {worked.failed} could not be" if worked.failed else ""
    later = (
        f", and {worked.put_off} wait: another run writes to the shelf" if worked.put_off else ""
    )
    well = not (worked.failed or worked.put_off)
    return Done(f"calculated {worked.done} of those asked for{failed}{later}", well=well)


def hold_promises(*, by: Actor) -> Done:
    """The operators' plans, held against the newest mapping, also by day."""
    return _tried("plans", lambda: _promises(by))


def _promises(by: Actor) -> Done:
    compared = compare_plans(by=by)
    day = f" with the mapping of {compared.day}" if compared.day else ""
    return Done(f"compared {compared.plans}{day}", well=True)


def compare_truths() -> Done:
    """The overview of mobile need, made anew where its data have changed."""
    return _tried("mobile", _mobile)


def _mobile() -> Done:
    shelf = Shelf(settings.SHELF)
    try:
        made = up_to_date(shelf, threads=os.cpu_count() or 1)[0]
    except NotOnShelf:
        return Done("nothing has been collected yet", well=True)
    return Done(f"the overview {made.id} stands", well=True)


def _reports(on: date, by: Actor) -> Done:
    """Reports of missing coverage: what is no longer needed goes, waiting answers are sent."""
    with transaction.atomic():
        erased = erase_gaps(on=on, by=by)
    sent, failed = send_answers(by=by)
    line = f"erased {erased.reports} and {erased.mails} mail addresses, sent {sent} answers"
    return Done(f"{line}, and {failed} could not be sent" if failed else line, well=not failed)


def _dialogue(on: date, by: Actor) -> Done:
    forgotten = forget_old(on=on, by=by)
    reminded, waiting = remind(on=on, by=by), send_waiting()
    failed = reminded.failed + waiting.failed
    line = (
        f"sent {reminded.sent} reminders and {waiting.sent} mails that waited, "
        f"removed the texts of {forgotten.dialogues} dialogues and {forgotten.letters} old mails"
    )
    return Done(f"{line}, and {failed} could not be sent" if failed else line, well=not failed)


def _materials(on: date, by: Actor) -> Done:
    """Materials: the founding ones are brought in, and owners are asked whether theirs hold."""
    added = set_up_materials(by=by)
    went = remind_owners(on=on, by=by)
    failed = f", and {went.failed} could not be" if went.failed else ""
    line = f"brought in {added} materials, reminded {went.sent} owners{failed}"
    return Done(line, well=not went.failed)


def _sparring(on: date, by: Actor) -> Done:
    forgotten, went = forget_questions(on=on, by=by), send_sparring()
    line = f"removed the texts of {forgotten} questions, sent {went.sent} mails that waited"
    failed = f", and {went.failed} could not be sent" if went.failed else ""
    return Done(f"{line}{failed}", well=not went.failed)


def _spots(on: date, by: Actor) -> Done:
    worked = work_on_spots(on=on, by=by)
    return Done(worked.line, worked.well)


def _meetings(on: date, by: Actor) -> Done:
    filled = fill_all(by=by)
    forgotten = forget_substitutes(on=on, by=by)
    went, minutes = send_invitations(), send_due_minutes()
    line = (
        f"put {filled} items on agendas, sent {went.sent} invitations and {minutes.sent} minutes, "
        f"forgot {forgotten} names"
    )
    missed = went.failed + minutes.failed
    failed = f", and {missed} could not be sent" if missed else ""
    return Done(f"{line}{failed}", well=not missed)


def _news(by: Actor) -> Done:
    told = announce_figures(at=timezone.now(), by=by)
    went = send_news(at=timezone.now(), by=by)
    failed = f", and {went.failed} could not be sent" if went.failed else ""
    return Done(f"told of {told} new figures, sent {went.sent} mails{failed}", well=not went.failed)


def set_papers(*, on: date) -> Done:
    """The reports of the edition on show, set before anybody asks; also by day."""
    return _tried("papers", lambda: _papers(on))


def _papers(on: date) -> Done:
    made = make_papers(on=on)
    failed = f", and {made.failed} could not be set" if made.failed else ""
    line = f"{made.ready} reports are ready, {made.removed} old files went{failed}"
    return Done(line, well=not made.failed)


def _digests(on: date, by: Actor) -> Done:
    went = send_digests(on=on, by=by)
    failed = f", and {went.failed} could not be sent" if went.failed else ""
    return Done(f"sent {went.sent} mails{failed}", well=not went.failed)
