"""Propose an answer as material, agree to it, and offer to be asked by others."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.sparring.models import Proposal, Topic


class ProposalForm(forms.ModelForm):  # type: ignore[type-arg]
    """The answer as others may read it."""

    class Meta:
        model = Proposal
        fields: ClassVar = ["title", "summary", "text"]
        widgets: ClassVar = {"text": forms.Textarea(attrs={"rows": 14})}
        help_texts: ClassVar = {
            "text": _("Leave out names of people, places and firms, and what tells who asked.")
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].required = True


class OfferForm(forms.Form):
    """The topics on which a municipality agrees to be asked."""

    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Other municipalities that ask about a topic see that you can be asked."),
    )
