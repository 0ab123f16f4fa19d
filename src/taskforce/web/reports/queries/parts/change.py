"""What became of the addresses between the two days: a ledger that adds up."""

from __future__ import annotations

from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import CHANGE
from taskforce.report.dossier.content import Cell, Section, Sentence, Table
from taskforce.report.dossier.sentences import sentence
from taskforce.report.figures import AreaChange, ChangeTable
from taskforce.web.frame.question import Question
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.wording import counted, heads, source_of


def change_section(
    question: Question, table: ChangeTable | None, change: AreaChange | None
) -> Section | None:
    """The ledger; None where there is only one day."""
    if table is None or change is None:
        return None
    then, now = day(table.origin_then.as_of), day(table.origin.as_of)
    return Section(
        identity="change",
        heading=gettext("What has changed"),
        paragraphs=(change_in_words(question, change, (then, now)),),
        tables=(
            _ledger(question.bundle, change, days=(then, now), source=source_of(table.origin)),
        ),
    )


def change_in_words(question: Question, change: AreaChange, days: tuple[str, str]) -> Sentence:
    """How many were without on both days; a number that is not shown is said to be so."""
    told = {
        "then": days[0],
        "now": days[1],
        "goal": question.goal,
        **below_on_both(question.bundle, change),
    }
    if change.below_now.withheld and change.below_then.shown:
        words = gettext(
            "On %(then)s, %(below_then)s addresses were without %(goal)s. On %(now)s so few were "
            "that the number is not shown."
        )
        return sentence(words, told)
    words = gettext(
        "On %(then)s, %(below_then)s addresses were without %(goal)s. On %(now)s it was "
        "%(below_now)s."
    )
    return sentence(words, told)


def below_on_both(bundle: Bundle, change: AreaChange) -> dict[str, Cell]:
    """How many were without on each day, with their certificates."""
    return {
        flow: counted(getattr(change, flow), proof_of(bundle, f"{CHANGE}-{flow}", change.code))
        for flow in ("below_then", "below_now")
    }


def _ledger(bundle: Bundle, change: AreaChange, *, days: tuple[str, str], source: str) -> Table:
    without = gettext("Without on %(day)s")
    lines = (
        (without % {"day": days[0]}, "below_then"),
        (gettext("− have got it since"), "gained"),
        (gettext("− are no longer known"), "no_longer_known"),
        (gettext("− no longer exist"), "gone"),
        (gettext("+ had it, but have it no more"), "lost"),
        (gettext("+ have become known"), "newly_known"),
        (gettext("+ are new addresses"), "new"),
        (without % {"day": days[1]}, "below_now"),
    )
    return Table(
        identity="ledger",
        title=gettext("From then to now, address by address"),
        columns=heads(gettext("What became of them"), gettext("Addresses"), figures=1),
        rows=tuple(
            (
                Cell(words),
                counted(getattr(change, flow), proof_of(bundle, f"{CHANGE}-{flow}", change.code)),
            )
            for words, flow in lines
        ),
        source=source,
        strong=(0, len(lines) - 1),
    )
