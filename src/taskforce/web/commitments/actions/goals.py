"""Keep the goals of the taskforce."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taskforce.web.commitments.models import Goal
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove


def add_goal(facts: Mapping[str, Any], *, by: Actor) -> Goal:
    """Add a goal.

    Raises
    ------
    ValidationError
        Its kind and its speed do not fit, or its days are the wrong way round.
    """
    return add(Goal(**facts), by=by)


def change_goal(goal: Goal, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Set some of its facts."""
    return change(goal, new, by=by)


def remove_goal(goal: Goal, *, by: Actor) -> None:
    """Take a goal away; the journal keeps what it said."""
    remove(goal, by=by)
