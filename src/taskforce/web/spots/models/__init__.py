"""What is kept of white spots: the spots, what was read of them, the lists and the answers."""

from taskforce.web.spots.models.answer import Answered, SpotAnswer
from taskforce.web.spots.models.reading import Reading
from taskforce.web.spots.models.schedule import Schedule
from taskforce.web.spots.models.spot import GRACE, Spot
from taskforce.web.spots.models.spot_list import SpotList

__all__ = ["GRACE", "Answered", "Reading", "Schedule", "Spot", "SpotAnswer", "SpotList"]
