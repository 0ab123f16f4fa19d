"""The uniformity index counts pairs, says what is not known, and holds the truth between bounds."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from taskforce.rules.practice import Decision, LocalValue, Practice
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import Stand, clauses_on, stand
from taskforce.rules.standing import Adoption
from taskforce.rules.uniformity import agreement, alike, through_time, uniformity
from taskforce.vocabulary.text import Text

ON = date(2026, 11, 2)
ADOPTED = Stand(Adoption.ADOPTED)
REJECTED = Stand(Adoption.REJECTED)
OPEN = Stand(Adoption.NOT_DECIDED)
OLD = Stand(Adoption.OUTDATED)

stands = st.lists(
    st.builds(
        Stand,
        st.sampled_from(Adoption),
        st.sampled_from([8.0, 15.0, None]).map(lambda value: (("lead", value),)),
        st.sampled_from([(), ("lead",)]),
    ),
    max_size=8,
)


def decided(code, state, version="2020", rule="DIG-48"):
    return Decision(code, rule, state, date(2021, 1, 1), "", "", version)


def test_two_that_have_adopted_are_alike_and_one_that_has_rejected_differs():
    assert alike(ADOPTED, ADOPTED) is True
    assert alike(REJECTED, REJECTED) is True
    assert alike(ADOPTED, REJECTED) is False


def test_who_has_not_decided_is_unknown_rather_than_different():
    assert alike(ADOPTED, OPEN) is None
    assert alike(OPEN, OPEN) is None
    assert alike(REJECTED, OLD) is None


def test_the_same_word_with_another_value_differs_and_an_open_value_tells_nothing():
    eight, fifteen, unknown = (
        Stand(Adoption.ADOPTED, (("lead", value),)) for value in (8.0, 15.0, None)
    )
    assert alike(eight, fifteen) is False
    assert alike(eight, eight) is True
    assert alike(eight, unknown) is None


def test_two_changes_in_words_cannot_be_compared():
    changed = Stand(Adoption.CHANGED, (("lead", 8.0),))
    assert alike(changed, changed) is None


def test_three_of_four_give_three_alike_pairs_and_three_different():
    found = agreement([ADOPTED, ADOPTED, ADOPTED, REJECTED])
    assert (found.alike, found.different, found.unknown) == (3, 3, 0)
    assert found.share == 0.5


def test_the_index_is_the_mean_over_the_clauses_that_are_known():
    all_alike = agreement([ADOPTED, ADOPTED])
    nobody = agreement([OPEN, OPEN])
    differs = agreement([ADOPTED, REJECTED])
    found = uniformity([all_alike, differs, nobody])
    assert found.index == 0.5
    assert (found.clauses, found.clauses_known) == (3, 2)
    assert (found.known, found.least, found.most) == (2 / 3, 1 / 3, 2 / 3)


def test_where_nobody_has_decided_there_is_no_index_at_all():
    found = uniformity([agreement([OPEN, OPEN, OPEN])])
    assert found.index is None
    assert (found.least, found.most) == (0.0, 1.0)


@given(stands)
def test_counting_in_groups_gives_the_same_as_looking_at_every_pair(held):
    pairs = [alike(one, other) for one, other in combinations(held, 2)]
    found = agreement(held)
    counted = (pairs.count(True), pairs.count(False), pairs.count(None))
    assert (found.alike, found.different, found.unknown) == counted


@given(stands, stands)
def test_the_index_lies_between_its_bounds_whatever_is_not_known(first, second):
    found = uniformity([agreement(first), agreement(second)])
    assert 0 <= found.least <= found.most <= 1
    known = agreement(first)
    if known.share is not None:
        alone = uniformity([known])
        assert alone.least <= known.share <= alone.most


def test_a_decision_on_the_first_version_is_outdated_where_the_clause_has_changed():
    book = the_rulebook()
    new = next(rule for rule in clauses_on(book, ON) if not book.counts(rule, date(2019, 1, 1)))
    kept = next(rule for rule in clauses_on(book, ON) if rule.id == "DIG-48")
    held = Practice(
        decisions=(decided("0340", Adoption.ADOPTED, "2016"),
                   decided("0340", Adoption.ADOPTED, "2016", new.id)),
    )  # fmt: skip
    assert stand(book, held, "0340", rule=kept, on=ON).adoption == Adoption.ADOPTED
    assert stand(book, held, "0340", rule=new, on=ON).adoption == Adoption.OUTDATED


def test_the_course_moves_when_a_municipality_decides_or_takes_a_value_of_its_own():
    same = [decided(code, Adoption.ADOPTED, rule="DIG-36") for code in ("0340", "0360")]
    values = [
        LocalValue("DIG-36", "lead_working_days", number, Text("x", "x"), code, since)
        for code, number, since in (
            ("0340", 8, date(2021, 1, 1)),
            ("0360", 8, date(2021, 1, 1)),
            ("0360", 20, date(2022, 3, 1)),
        )
    ]
    held = Practice(values=tuple(values), decisions=tuple(same))
    course = dict(through_time(the_rulebook(), held, municipalities=("0340", "0360"), on=ON))
    assert course[date(2021, 1, 1)].index == 1.0
    assert course[date(2022, 3, 1)].index == 0.0
    assert course[ON].index == 0.0
