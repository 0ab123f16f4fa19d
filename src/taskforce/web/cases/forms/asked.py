"""The filters of the list of cases."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import CaseKind, CaseState
from taskforce.web.cases.queries.listing import Asked
from taskforce.web.commitments.forms.list_filter import ListFilter


class AskedForm(ListFilter):
    """What somebody wants to see of the cases."""

    words = _("Title, place or number")
    kinds = CaseKind.choices
    states: ClassVar = [("open", _("All open")), *CaseState.choices]

    def asked(self) -> Asked:
        """The question as the list understands it."""
        return Asked(**self.given())
