"""What a journalist can take: three figures, what has changed, words to quote, and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import DIFFERENCE, GROWTH, SHARE_ABOVE
from taskforce.report.dossier.content import Cell, Chart, KeyFigure, Report, Sentence
from taskforce.report.dossier.sentences import plainly, sentence
from taskforce.report.figures import Area
from taskforce.web.frame.question import Question, asked
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.municipalities.profile import Profile
from taskforce.web.municipalities.profile import profile as profile_of
from taskforce.web.people.public import PointOfEntry, SharedAddress, point_of_entry
from taskforce.web.profiles.queries.public import profile_of as profile_words
from taskforce.web.profiles.queries.public import stories_of
from taskforce.web.reports.queries.municipality import (
    above,
    headline,
    municipality_report,
    shown_first,
)
from taskforce.web.reports.queries.own_pictures import OwnPicture, own_pictures
from taskforce.web.reports.queries.parts.change import below_on_both, change_in_words
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.wording import counted

_FIGURES = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that may be quoted as they stand, and who says them."""

    text: Sentence
    by: str


@dataclass(frozen=True, slots=True)
class PressPack:
    """Everything on the press page of a municipality; `citation` says how to name the source."""

    report: Report
    figures: tuple[KeyFigure, ...]
    change: Sentence
    quotes: tuple[Quote, ...]
    own_pictures: tuple[OwnPicture, ...]
    citation: str
    entry: PointOfEntry

    @property
    def pictures(self) -> tuple[Chart, ...]:
        """The map first, then the charts."""
        return tuple(sorted(self.report.charts, key=lambda one: not one.is_map))

    @property
    def press_contact(self) -> SharedAddress | None:
        """The taskforce's own address, which names nobody."""
        return self.entry.taskforce


def press_pack(bundle: Bundle, area: Area, on: date) -> PressPack:
    """Gather it in the language of the page."""
    question = asked(QueryDict(), bundle)
    found, report = profile_of(question, area), municipality_report(bundle, area, on)
    return PressPack(
        report=report,
        figures=shown_first(report.key_figures)[:_FIGURES],
        change=_change(question, found),
        quotes=(*_own_words(area), *_quotes(question, found)),
        own_pictures=own_pictures(area),
        citation=_citation(report),
        entry=point_of_entry(area.code),
    )


def _change(question: Question, found: Profile) -> Sentence:
    """What has become of the need since then, in a sentence; nothing where there is no then."""
    label, change = question.bundle.label, found.change
    if change is None or label.as_of_then is None:
        return plainly("")
    then, now = change.below_then, change.below_now
    days = (day(label.as_of_then), day(label.as_of))
    if then.value is None or now.value is None:
        return change_in_words(question, change, days)
    difference = now.value - then.value
    proof = proof_of(question.bundle, DIFFERENCE, found.area.code)
    told = {
        "name": found.area.name,
        "then": days[0],
        "now": days[1],
        "goal": question.goal,
        "difference": Cell(number(abs(difference)), proof=proof),
        **below_on_both(question.bundle, change),
    }
    if not difference:
        return sentence(gettext("The number is the same as on %(then)s."), told)
    fewer = gettext(
        "From %(then)s to %(now)s the number of addresses without %(goal)s in %(name)s fell by "
        "%(difference)s, from %(below_then)s to %(below_now)s."
    )
    more = gettext(
        "From %(then)s to %(now)s the number of addresses without %(goal)s in %(name)s rose by "
        "%(difference)s, from %(below_then)s to %(below_now)s."
    )
    return sentence(fewer if difference < 0 else more, told)


def _own_words(area: Area) -> list[Quote]:
    """What the municipality says itself, where it has been approved."""
    approved = [profile_words(area.code), *stories_of(area.code)]
    said = [Quote(plainly(one.quote), one.quote_by) for one in approved if one and one.quote]
    name = gettext("%(name)s Municipality") % {"name": area.name}
    first = approved[0]
    return [Quote(plainly(first.title), name), *said] if first and first.title else said


def _quotes(question: Question, found: Profile) -> list[Quote]:
    by = gettext("Digital Taskforce, figures of %(day)s") % {
        "day": day(question.bundle.label.as_of)
    }
    told = [headline(question, found)]
    if found.now.share_below is not None:
        words = gettext("%(share)s of the addresses we know about in %(name)s have %(goal)s.")
        proof = proof_of(question.bundle, SHARE_ABOVE, found.area.code)
        names = {
            "share": Cell(above(found.now), proof=proof),
            "name": found.area.name,
            "goal": question.goal,
        }
        told.append(sentence(words, names))
    change = _change(question, found)
    if change and found.now.below.shown:
        told.append(change)
    told += _growth(question, found)
    return [Quote(text, by) for text in told]


def _growth(question: Question, found: Profile) -> list[Sentence]:
    """The need to come under the first scenario; none where it is not shown."""
    shown = [row for row in found.growth if row.steps and row.steps[0].below.below.shown]
    if not shown:
        return []
    words = gettext(
        "If data use grows as it has, %(number)s addresses in %(name)s will have too little in "
        "%(year)s on the lines of today."
    )
    year, first = shown[-1].year, shown[-1].steps[0]
    kind = f"{GROWTH}-{first.scenario.slug}-{year}"
    below = counted(first.below.below, proof_of(question.bundle, kind, found.area.code))
    return [sentence(words, {"number": below, "name": found.area.name, "year": str(year)})]


def _citation(report: Report) -> str:
    words = gettext("Digital Taskforce: %(title)s, %(subtitle)s, edition %(edition)s. %(link)s")
    told = words % {
        "title": report.title,
        "subtitle": report.subtitle[:1].lower() + report.subtitle[1:],
        "edition": report.edition,
        "link": report.link,
    }
    return told.rstrip()
