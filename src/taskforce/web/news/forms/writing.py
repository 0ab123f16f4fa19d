"""What a writer fills in: the news, the time it becomes public, or what should be changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.news.models import NewsItem
from taskforce.web.news.queries.access import places_to_write_about
from taskforce.web.people.caller import Caller

_WRITING = forms.Textarea(attrs={"rows": 12})
_SHORT = forms.Textarea(attrs={"rows": 3})


class NewsForm(forms.ModelForm):  # type: ignore[type-arg]
    """A piece of news as its writer writes it."""

    class Meta:
        model = NewsItem
        formfield_callback = field_of
        fields = (
            "category", "municipality", "title_da", "summary_da", "body_da", "happens_on",
            "source", "title_en", "summary_en", "body_en",
        )  # fmt: skip
        widgets = {  # noqa: RUF012 - Django's own way
            "body_da": _WRITING, "body_en": _WRITING, "summary_da": _SHORT, "summary_en": _SHORT,
        }  # fmt: skip

    def __init__(self, *args: Any, caller: Caller, **options: Any) -> None:
        super().__init__(*args, **options)
        places: Any = self.fields["municipality"]
        places.queryset = places_to_write_about(caller)
        if caller.is_consultant:
            places.empty_label = _("The whole region")
        else:
            places.required, places.empty_label = True, None
        self.fields["happens_on"].help_text = _(
            "For a mast, a finished roll-out or an agreement: the day stands in the calendar."
        )
        self.fields["body_da"].help_text = _(
            "Markdown: ## heading, - list, **bold**, [text](https://…)."
        )
        self.fields["source"].help_text = _("Who says so, and where it can be read.")

    def _post_clean(self) -> None:
        """Leave the checks to the action, which knows more than the form does."""

    def told(self) -> dict[str, Any]:
        """What was written, by the names of the model."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class TimeForm(forms.Form):
    """From when it is public; at once where nothing is said."""

    publish_at = forms.DateTimeField(
        label=_("Public from"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("Leave it empty to publish at once."),
    )

    def at(self) -> datetime | None:
        """The time that was asked for."""
        found: datetime | None = self.cleaned_data["publish_at"]
        return found


class ReturnForm(forms.Form):
    """What should be changed."""

    why = forms.CharField(
        label=_("What should be changed?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
