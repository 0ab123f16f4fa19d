"""What no rule and no case may ever break: never a guess, never softened, never by order."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.rules.check import check, everywhere
from taskforce.rules.facts import facts_from
from taskforce.rules.outcome import STRICTNESS, Outcome
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.standing import Confidence
from tests.rules.invented import facts_of, invented_rule, say_by_silence, some_of

ON = date(2026, 11, 2)
CASES = st.sampled_from(["dig", "mast", "lease", "grant"])
PLACES = st.sampled_from(["0340", "0329", "0376", "0390", "0253", "0265"])
DEFINITE = [each.value for each in STRICTNESS]


def answered(facts, place, book):
    return check(facts_from(facts, book=book), book=book, municipality=place, on=ON)


def with_rule(book, rule):
    return replace(book, rules={**book.rules, rule.id: rule}, fingerprint=f"with {rule}")


@settings(max_examples=300, deadline=None)
@given(data=st.data(), case=CASES, place=PLACES)
def test_a_definite_answer_stands_whatever_the_missing_facts_turn_out_to_be(data, case, place):
    whole = data.draw(facts_of(case))
    part = data.draw(some_of(whole))
    early = answered(part, place, the_rulebook())
    if early.outcome in DEFINITE:
        assert answered(whole, place, the_rulebook()).outcome == early.outcome
    assert bool(early.missing_facts) == (early.outcome == Outcome.UNKNOWN)


@settings(max_examples=200, deadline=None)
@given(
    data=st.data(),
    case=CASES,
    place=PLACES,
    effect=st.sampled_from(STRICTNESS),
    when=st.sampled_from(["true", "false", "zone == 'rural'"]),
)
def test_one_more_rule_never_softens(data, case, place, effect, when):
    facts = data.draw(facts_of(case).flatmap(some_of))
    book = the_rulebook()
    before = answered(facts, place, book).outcome
    rule = invented_rule(outcome=effect, when=when)
    after = answered(facts, place, with_rule(book, rule)).outcome
    if before in DEFINITE and after in DEFINITE:
        assert DEFINITE.index(after) >= DEFINITE.index(before)
    if before == Outcome.NOT_ALLOWED:
        assert after == Outcome.NOT_ALLOWED


@settings(max_examples=100, deadline=None)
@given(data=st.data(), case=CASES, place=PLACES)
def test_the_order_of_the_rules_does_not_matter(data, case, place):
    facts = data.draw(facts_of(case).flatmap(some_of))
    book = the_rulebook()
    ids = data.draw(st.permutations(sorted(book.rules)))
    shuffled = replace(book, rules={i: book.rules[i] for i in ids}, fingerprint=str(ids))
    one, other = answered(facts, place, book), answered(facts, place, shuffled)
    assert one.outcome == other.outcome
    assert set(one.missing_facts) == set(other.missing_facts)
    assert {f.rule for f in one.findings} == {f.rule for f in other.findings}


@settings(max_examples=100, deadline=None)
@given(data=st.data(), case=CASES, place=PLACES)
def test_answering_what_is_asked_ends_in_an_answer(data, case, place):
    whole = data.draw(facts_of(case))
    known = {name: whole[name] for name in {"case", *say_by_silence(case)}}
    book = the_rulebook()
    for _ in whole:
        answer = answered(known, place, book)
        if not answer.missing_facts:
            break
        known[answer.missing_facts[0]] = whole[answer.missing_facts[0]]
    assert answer.outcome == answered(whole, place, book).outcome


def test_a_rule_whose_certainty_is_open_asks_the_municipality():
    rule = invented_rule(outcome=STRICTNESS[3], certainty=Confidence.OPEN)
    book = with_rule(the_rulebook(), rule)
    facts = {"case": "dig", "work": "urgent_repair", "distance_to_road_m": 0}
    answer = answered(facts, "0340", book)
    assert answer.outcome == Outcome.ASK
    assert next(f for f in answer.findings if f.rule == "TEST-01").ask


def test_all_seventeen_are_asked_in_the_order_of_their_names():
    book = the_rulebook()
    answers = everywhere(facts_from({"case": "dig"}, book=book), book=book, on=ON)
    names = [answer.municipality_name for answer in answers]
    assert len(names) == 17
    assert names == sorted(names)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2016, 4, 8), date(2040, 12, 31)])
def test_any_day_has_an_answer(day):
    book = the_rulebook()
    answer = check(facts_from({"case": "dig"}, book=book), book=book, municipality="0340", on=day)
    assert answer.on == day
    assert answer.guidelines == ("" if day.year < 2016 else "2016" if day.year < 2020 else "2020")
