"""The addresses of the pages about participation, commitments and goals."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.commitments.views import (
    cockpit,
    commitments,
    export,
    goals,
    milestones,
    municipality,
    plan,
    public,
    register,
)

urlpatterns = [
    path(pgettext_lazy("url", "participation/"), public.participation, name="participation"),
    path(pgettext_lazy("url", "municipal-work/"), cockpit.cockpit, name="municipal-work"),
    path(pgettext_lazy("url", "municipal-work/as-csv/"), export.as_csv, name="municipal-work-csv"),
    path(
        pgettext_lazy("url", "municipal-work/as-xlsx/"), export.as_xlsx, name="municipal-work-xlsx"
    ),
    path(
        pgettext_lazy("url", "municipal-work/register/"),
        register.register,
        name="municipal-work-register",
    ),
    path(
        pgettext_lazy("url", "municipal-work/<str:code>/"),
        municipality.work,
        name="municipality-work",
    ),
    path(
        pgettext_lazy("url", "municipal-work/<str:code>/status/"),
        municipality.new_status,
        name="municipality-status",
    ),
    path(
        pgettext_lazy("url", "municipal-work/<str:code>/confirm/"),
        municipality.confirm,
        name="municipality-confirm",
    ),
    path(
        pgettext_lazy("url", "municipal-work/<str:code>/commitments/new/"),
        commitments.new,
        name="commitment-new",
    ),
    path(
        pgettext_lazy("url", "municipal-work/<str:code>/plan/new/"), plan.new, name="plan-goal-new"
    ),
    path(
        pgettext_lazy("url", "municipal-work/<str:code>/plan/start/"), plan.start, name="plan-start"
    ),
    path(
        pgettext_lazy("url", "status-steps/<int:pk>/take-back/"),
        municipality.take_back,
        name="status-take-back",
    ),
    path(pgettext_lazy("url", "plan-goals/<int:pk>/change/"), plan.change, name="plan-goal-change"),
    path(pgettext_lazy("url", "commitments/<int:pk>/"), commitments.one, name="commitment"),
    path(
        pgettext_lazy("url", "commitments/<int:pk>/change/"),
        commitments.change,
        name="commitment-change",
    ),
    path(
        pgettext_lazy("url", "commitments/<int:pk>/state/"),
        commitments.set_state,
        name="commitment-state",
    ),
    path(
        pgettext_lazy("url", "commitments/<int:pk>/milestones/"),
        milestones.new,
        name="milestone-new",
    ),
    path(pgettext_lazy("url", "milestones/<int:pk>/"), milestones.settle, name="milestone"),
    path(pgettext_lazy("url", "goals/"), goals.goals, name="goals"),
    path(pgettext_lazy("url", "goals/set-up/"), goals.set_up, name="goals-set-up"),
    path(pgettext_lazy("url", "goals/new/"), goals.new, name="goal-new"),
    path(pgettext_lazy("url", "goals/<int:pk>/"), goals.change, name="goal-change"),
    path(pgettext_lazy("url", "goals/<int:pk>/remove/"), goals.remove, name="goal-remove"),
]
