"""What is kept of white spots: the spots, what was read of them, the lists and the answers."""

from taskforce.web.spots.models.answer import Answered, SpotAnswer
from taskforce.web.spots.models.kind import SpotKind
from taskforce.web.spots.models.notice import Notice
from taskforce.web.spots.models.reading import Reading
from taskforce.web.spots.models.schedule import Schedule
from taskforce.web.spots.models.spot import GRACE, Spot
from taskforce.web.spots.models.spot_list import SpotList

__all__ = [
    "GRACE",
    "Answered",
    "Notice",
    "Reading",
    "Schedule",
    "Spot",
    "SpotAnswer",
    "SpotKind",
    "SpotList",
]
