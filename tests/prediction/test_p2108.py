"""The loss below the roofs is what the reference implementation of P.2108 gives."""

from __future__ import annotations

import pytest

from taskforce.prediction.p2108 import Surroundings, height_gain_loss
from taskforce.vocabulary.errors import Refused

# proplib-p2108 1.1.0 (NTIA, public domain): GHz, telephone, street, loss.
REFERENCE = [
    (Surroundings.WATER, 0.8, 1.5, 27, 17.466172),
    (Surroundings.OPEN, 2.1, 3, 15, 12.443343),
    (Surroundings.OPEN, 3.0, 8, 50, 2.399313),
    (Surroundings.SUBURBAN, 0.8, 1.5, 27, 18.244617),
    (Surroundings.SUBURBAN, 2.1, 3, 15, 23.144768),
    (Surroundings.SUBURBAN, 3.0, 8, 50, 9.514591),
    (Surroundings.TREES, 0.7, 12, 27, 9.401289),
    (Surroundings.TREES, 0.8, 1.5, 27, 22.063456),
    (Surroundings.DENSE, 2.1, 3, 15, 29.911686),
    (Surroundings.DENSE, 3.0, 8, 50, 24.359101),
]


@pytest.mark.parametrize(("around", "ghz", "receiver", "street", "loss"), REFERENCE)
def test_the_loss_is_that_of_the_reference(around, ghz, receiver, street, loss) -> None:
    reckoned = height_gain_loss(ghz, around, receiver_m=receiver, street_m=street)

    assert reckoned == pytest.approx(loss, abs=0.001)


@pytest.mark.parametrize("around", Surroundings)
def test_a_telephone_above_the_roofs_loses_nothing(around) -> None:
    assert height_gain_loss(0.8, around, receiver_m=around.height_m) == 0


def test_a_frequency_outside_the_model_is_refused() -> None:
    with pytest.raises(Refused, match="30 to 3000 MHz"):
        height_gain_loss(3.5, Surroundings.OPEN)
