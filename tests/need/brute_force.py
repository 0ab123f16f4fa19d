"""The same answers by plain loops, to compare the clever ones with."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import Phase, settings
from hypothesis import strategies as st

from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import FIXED, Counting, Technology
from taskforce.vocabulary.use import Use
from tests.makers import OFFICIAL_TECHNOLOGIES, Address, Pair, uuid_of

# Each example freezes a snapshot of many addresses on disk: few examples, each worth a lot, and
# how long one takes on a busy machine says nothing about the code.
in_any_time = settings(deadline=None)
few_examples = settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would take minutes
)

MUNICIPALITIES = ("0360", "0376", "0101", None)


def enough(pair: Pair, threshold: Threshold) -> bool | None:
    """Kleene's "and" of the two speeds: one that falls short settles it."""
    answers = [
        None if speed is None else speed >= needed
        for speed, needed in zip(
            pair, (threshold.download_kbps, threshold.upload_kbps), strict=True
        )
    ]
    if False in answers:
        return False
    return None if None in answers else True


def standing_of(
    address: Address, threshold: Threshold, technologies: Sequence[Technology]
) -> bool | None:
    """Kleene's "or" over every offer of every counted technology: one that suffices settles it."""
    if address.offers is None:
        return None
    answers = [
        enough(pair, threshold)
        for technology in technologies
        for pair in address.offers.get(technology) or [(0, 0)]
    ]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def counted_technologies(counting: Counting) -> tuple[Technology, ...]:
    return tuple(t for t in OFFICIAL_TECHNOLOGIES if counting is Counting.ALL or t in FIXED)


_speed = st.one_of(st.none(), st.sampled_from([0, 5_000, 30_000, 99_999, 100_000, 1_000_000]))
_pairs = st.lists(st.tuples(_speed, _speed), min_size=1, max_size=3)
_offers = st.one_of(
    st.none(), st.dictionaries(st.sampled_from(OFFICIAL_TECHNOLOGIES), _pairs, max_size=4)
)


@st.composite
def addresses(draw: st.DrawFn, max_size: int = 40, first: int = 0) -> list[Address]:
    """A handful of addresses with any offers, known or not, somewhere or nowhere."""
    count = draw(st.integers(1, max_size))
    return [
        Address(
            uuid_of(first + number),
            draw(_offers),
            municipality=draw(st.sampled_from(MUNICIPALITIES)),
            postcode=draw(st.sampled_from(["4900", "4800", None])),
            easting_m=draw(st.one_of(st.none(), st.floats(620_000, 624_000))),
            use=draw(st.sampled_from(list(Use))),
        )
        for number in range(count)
    ]


thresholds = st.sampled_from(["5/5", "30/5", "100/30", "100/100", "1000/100", "1000/1000"]).map(
    Threshold.parse
)
