"""What became of the need of an area between two days, in addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Flows:
    """The passages that matter to need; what each means stands in `figures.AreaChange`."""

    still: int = 0
    gained: int = 0
    lost: int = 0
    newly_known: int = 0
    no_longer_known: int = 0
    new: int = 0
    gone: int = 0

    @property
    def before(self) -> int:
        return sum(getattr(self, name) for name in OF_THEN)

    @property
    def after(self) -> int:
        return sum(getattr(self, name) for name in OF_NOW)


@dataclass(frozen=True, slots=True)
class Passages:
    """What became of the need of one area, and how many addresses are new or gone at all."""

    flows: Flows
    addresses_new: int
    addresses_gone: int

    def most(self, flow: str) -> int | None:
        """The most that a reader knows a flow can be; None where nothing is known."""
        return {"new": self.addresses_new, "gone": self.addresses_gone}.get(flow)


FLOWS = tuple(flow.name for flow in fields(Flows))
OF_THEN = ("still", "gained", "no_longer_known", "gone")
OF_NOW = ("still", "lost", "newly_known", "new")


def together(areas: Mapping[str, Passages]) -> Passages:
    """Add up areas."""
    return Passages(
        Flows(**{name: sum(getattr(one.flows, name) for one in areas.values()) for name in FLOWS}),
        sum(one.addresses_new for one in areas.values()),
        sum(one.addresses_gone for one in areas.values()),
    )
