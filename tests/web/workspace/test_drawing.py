"""The demonstration's pictures are drawn the same every time, and can be shown."""

import pytest

from taskforce.web.profiles.photos.sizes import BROAD, sized
from taskforce.web.workspace.demonstration import drawing


@pytest.mark.parametrize(
    "draw",
    [
        drawing.mast_on_a_hill,
        drawing.fibre_in_a_trench,
        drawing.neighbours,
        drawing.water_tower,
    ],
)
def test_a_drawing_is_the_same_every_time_and_light(draw):
    picture = sized(draw())
    assert draw() == draw()
    assert picture.width == BROAD
    assert len(picture.broad) < 60_000
    assert len(picture.narrow) < 15_000
