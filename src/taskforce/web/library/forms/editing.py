"""What an editor fills in: the material with its words, and its files."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.library.actions.materials import Words
from taskforce.web.library.models import Facet, Material, Phase, Reader, Topic
from taskforce.web.notes.content import ACCEPT
from taskforce.web.people.models import Account, Role

_WRITING = forms.Textarea(attrs={"rows": 18})


def _boxes(label: Any, choices: list[tuple[str, Any]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, required=False
    )


class MaterialForm(forms.ModelForm):  # type: ignore[type-arg]
    """A material as its editor writes it."""

    topics = _boxes(_("Topic"), Topic.choices)
    readers = _boxes(_("For whom"), Reader.choices)
    phases = _boxes(_("Phase"), Phase.choices)

    class Meta:
        model = Material
        formfield_callback = field_of
        fields = (
            "kind", "title_da", "summary_da", "body_da", "title_en", "summary_en", "body_en",
            "url", "source", "origin", "audience", "checked_on", "expires_on", "owner",
            "start_step",
        )  # fmt: skip
        widgets = {  # noqa: RUF012 - Django's own way
            "body_da": _WRITING,
            "body_en": _WRITING,
            "summary_da": forms.Textarea(attrs={"rows": 3}),
            "summary_en": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        owners = Account.objects.filter(is_active=True, grants__role=Role.CONSULTANT).distinct()
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        self.fields["body_da"].help_text = _(
            "Markdown: ## heading, - list, **bold**, [text](https://…). Link to our own pages "
            "with page:map, and to other materials with material:getting-started."
        )
        if self.instance.pk and not self.is_bound:
            self.initial.update(_words_in(self.instance))

    def _post_clean(self) -> None:
        """Leave the checks to the action, which knows more than the form does."""

    def told(self) -> dict[str, Any]:
        """The material's own facts."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def words(self) -> Words:
        """The words it is found by."""
        given = self.cleaned_data
        return Words(tuple(given["topics"]), tuple(given["readers"]), tuple(given["phases"]))


class PaperForm(forms.Form):
    """A file for a material."""

    title = forms.CharField(label=_("What the file is"), max_length=120)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, Word, Excel, OpenDocument, CSV, TXT, PNG or JPEG; at most 25 MB."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )


class VersionForm(forms.Form):
    """A newer version of a file."""

    file = PaperForm.base_fields["file"]


def _words_in(material: Material) -> dict[str, list[str]]:
    names = {Facet.TOPIC: "topics", Facet.READER: "readers", Facet.PHASE: "phases"}
    found: dict[str, list[str]] = {name: [] for name in names.values()}
    for mark in material.marks.all():
        found[names[Facet(mark.facet)]].append(mark.word)
    return found
