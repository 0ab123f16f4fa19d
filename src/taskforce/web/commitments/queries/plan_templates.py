"""Goals with their actions that an action plan can begin with, read from their file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import get_language

from taskforce.vocabulary.text import Text
from taskforce.web.commitments.models import PlanGoal
from taskforce.web.people.models import Organisation

_FILE = Path(__file__).parent.parent / "plan_templates.toml"


@dataclass(frozen=True, slots=True)
class TemplateAction:
    """One action, and how many months there are for it."""

    title: Text
    months: int


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A goal with its actions."""

    key: str
    title: Text
    description: Text
    months: int
    actions: tuple[TemplateAction, ...]

    @property
    def name(self) -> str:
        """The goal in the language of the page."""
        return self.title.in_language(get_language() or "da")


@lru_cache
def plan_templates() -> tuple[PlanTemplate, ...]:
    """Every template, in the order of the file."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        PlanTemplate(
            key=entry["key"],
            title=Text(**entry["title"]),
            description=Text(**entry["description"]),
            months=entry["months"],
            actions=tuple(
                TemplateAction(Text(one["da"], one["en"]), one["months"])
                for one in entry["actions"]
            ),
        )
        for entry in content["templates"]
    )


def templates_left(municipality: Organisation) -> list[PlanTemplate]:
    """The templates that a municipality has not started from yet."""
    started = set(
        PlanGoal.objects.filter(municipality=municipality).values_list("template", flat=True)
    )
    return [one for one in plan_templates() if one.key not in started]
