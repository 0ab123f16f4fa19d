"""What a web editor fills in: the words of the page, or a story."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.frame.simultaneous import SeenForm, mark
from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.profiles.photos.opened import ENDINGS

_ACCEPT = ",".join(f".{ending}" for ending in ENDINGS)
_LONG = forms.Textarea(attrs={"rows": 10})
_SHORT = forms.Textarea(attrs={"rows": 3})
_PICTURE = ("photo", "photo_alt_da", "photo_alt_en", "photo_credit")
_MARKDOWN = _("Markdown: ## heading, - list, **bold**, [text](https://…).")


class StoryForm(SeenForm, forms.ModelForm):  # type: ignore[type-arg]
    """A story: headline, text and a picture, in Danish and perhaps in English."""

    class Meta:
        model = ProfileVersion
        formfield_callback = field_of
        fields: ClassVar = ["title_da", "text_da", "title_en", "text_en", *_PICTURE]
        widgets: ClassVar = {
            "text_da": _LONG,
            "text_en": _LONG,
            "photo": forms.ClearableFileInput(attrs={"accept": _ACCEPT}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["seen"] = mark(self.instance, self.Meta.fields)
        self.fields["photo"].max_length = None  # type: ignore[attr-defined]
        self.fields["text_da"].help_text = _MARKDOWN
        self.fields["photo"].help_text = _(
            "JPEG, PNG or WebP, at most 12 MB. A broad picture fits best. Where and when it was "
            "taken is removed."
        )
        self.fields["photo_credit"].help_text = _(
            "Only pictures that you may show. People who can be recognised must have agreed."
        )

    def _post_clean(self) -> None:
        """Leave the checks to the action, which knows more than the form does."""

    def clean(self) -> dict[str, Any]:
        """A picture is described and credited, and each field says so itself."""
        given = super().clean() or {}
        if given.get("photo"):
            for name in ("photo_alt_da", "photo_credit"):
                if name in given and not given[name]:
                    self.add_error(name, _("Fill it in when there is a picture."))
        return given

    def told(self) -> dict[str, Any]:
        """What was filled in."""
        return self.said(self.Meta.fields)


class ProfileForm(StoryForm):
    """The words of the municipality's page."""

    class Meta(StoryForm.Meta):
        fields: ClassVar = [
            "title_da", "text_da", "quote_da", "quote_by_da",
            "title_en", "text_en", "quote_en", "quote_by_en",
            "page_url", "dig_url", "mast_url", "rent_method", "rent_url", "shows_plan",
            *_PICTURE,
        ]  # fmt: skip
        widgets: ClassVar = {**StoryForm.Meta.widgets, "quote_da": _SHORT, "quote_en": _SHORT}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title_da"].help_text = _(
            "One sentence that says what you want. The figures stand below it."
        )
        self.fields["quote_da"].help_text = _("Newspapers may use it as it stands.")
        self.fields["quote_by_da"].help_text = _("Write the office, for example “The mayor”.")


class ReturnForm(forms.Form):
    """What is to be mended before everybody can read it."""

    returned_because = forms.CharField(
        label=_("What is to be mended"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
