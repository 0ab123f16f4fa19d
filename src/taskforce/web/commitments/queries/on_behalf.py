"""What the taskforce has entered for a municipality, which has yet to say that it is right."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.commitments.models import Commitment, ParticipationStep
from taskforce.web.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Entered:
    """The steps and the commitments of one municipality that wait for its word."""

    steps: tuple[ParticipationStep, ...]
    commitments: tuple[Commitment, ...]

    @property
    def count(self) -> int:
        return len(self.steps) + len(self.commitments)


def entered_for(municipality: Organisation) -> Entered:
    """Everything that waits for one municipality's word."""
    steps = ParticipationStep.objects.filter(municipality=municipality, on_behalf=True)
    commitments = Commitment.objects.filter(municipality=municipality, on_behalf=True)
    return Entered(tuple(steps), tuple(commitments))
