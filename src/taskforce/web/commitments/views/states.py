"""The steps that one can take with a commitment, each with its form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from taskforce.web.commitments.actions import commitments as actions
from taskforce.web.commitments.forms.commitments import FinishForm, ProgressForm, WaiveForm
from taskforce.web.commitments.models import Commitment
from taskforce.web.commitments.views.carrying_out import writes_for_another
from taskforce.web.people.caller import Caller

FORMS: dict[str, type[forms.Form]] = {
    "progress": ProgressForm,
    "done": FinishForm,
    "waive": WaiveForm,
    "reopen": forms.Form,
    "confirm": forms.Form,
}


def carry(step: str, commitment: Commitment, given: Mapping[str, Any], caller: Caller) -> None:
    """Take the step; only the municipality itself can confirm."""
    on_behalf = writes_for_another(caller, commitment.place)
    if step == "progress":
        actions.report_progress(commitment, given["percent"], by=caller, on_behalf=on_behalf)
    elif step == "done":
        actions.finish(commitment, **given, by=caller, on_behalf=on_behalf)
    elif step == "waive":
        actions.waive(commitment, reason=given["reason"], by=caller, on_behalf=on_behalf)
    elif step == "reopen":
        actions.reopen(commitment, by=caller, on_behalf=on_behalf)
    elif not on_behalf:
        actions.confirm(commitment, by=caller)
