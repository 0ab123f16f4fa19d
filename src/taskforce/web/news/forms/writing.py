"""What a writer fills in: the news, the time it becomes public, or what should be changed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.frame.simultaneous import SeenForm, mark
from taskforce.web.news.actions.writing import SAID
from taskforce.web.news.models import WITH_A_DAY, NewsItem
from taskforce.web.news.queries.access import places_to_write_about
from taskforce.web.people.caller import Caller

_WRITING = forms.Textarea(attrs={"rows": 12})
_SHORT = forms.Textarea(attrs={"rows": 3})


# Further away than that is a slip of the finger in the year.
_FARTHEST = timedelta(days=3653)
_LATEST = timedelta(days=731)
# A time is picked to the minute, and then the form is read once more.
_JUST_NOW = timedelta(minutes=15)


class NewsForm(SeenForm, forms.ModelForm):  # type: ignore[type-arg]
    """A piece of news as its writer writes it."""

    class Meta:
        model = NewsItem
        formfield_callback = field_of
        fields = SAID
        widgets = {  # noqa: RUF012 - Django's own way
            "body_da": _WRITING, "body_en": _WRITING, "summary_da": _SHORT, "summary_en": _SHORT,
        }  # fmt: skip

    def __init__(self, *args: Any, caller: Caller, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["seen"] = mark(self.instance, SAID)
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

    def clean_happens_on(self) -> date | None:
        """A day that makes sense in the calendar."""
        given: date | None = self.cleaned_data["happens_on"]
        if given and abs(given - timezone.localdate()) > _FARTHEST:
            raise forms.ValidationError(_("It is more than ten years away. Check the year."))
        return given

    def clean(self) -> dict[str, Any]:
        """A mast has its day, and the day's own field says so."""
        given = super().clean() or {}
        if given.get("category") in WITH_A_DAY and given.get("happens_on", "wrong") is None:
            self.add_error("happens_on", _("Write the day on which it happens."))
        return given

    def told(self) -> dict[str, Any]:
        """What was written, by the names of the model."""
        return self.said(SAID)


class TimeForm(forms.Form):
    """From when it is public; at once where nothing is said."""

    publish_at = forms.DateTimeField(
        label=_("Public from"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("Leave it empty to publish at once."),
    )

    def clean_publish_at(self) -> datetime | None:
        """A time that is still to come: mails reach nobody at another."""
        given: datetime | None = self.cleaned_data["publish_at"]
        now = timezone.now()
        if given and given < now - _JUST_NOW:
            raise forms.ValidationError(
                _("That time has passed. Leave it empty to publish at once.")
            )
        if given and given > now + _LATEST:
            raise forms.ValidationError(_("It is more than two years away. Check the year."))
        return given

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
