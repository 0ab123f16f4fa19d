"""How a form looks: each field with its label, its help and its error, in the design system."""

from __future__ import annotations

from typing import Any

from django.forms import (
    BoundField,
    CharField,
    DateInput,
    FileInput,
    Form,
    ValidationError,
    Widget,
    widgets,
)
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_CLASSES: tuple[tuple[type[Widget], str], ...] = (
    (widgets.CheckboxInput, "form-checkbox"),
    (widgets.CheckboxSelectMultiple, "form-checkbox"),  # to Django it is a kind of RadioSelect
    (widgets.RadioSelect, "form-radio"),
    (widgets.Select, "form-select"),
    (FileInput, "form-file"),
    (widgets.Input, "form-input"),
    (widgets.Textarea, "form-input"),
)


class Field(BoundField):
    """A field that knows its class in the design system and how it is best laid out."""

    def build_widget_attrs(self, attrs: Any, widget: Widget | None = None) -> Any:
        given = super().build_widget_attrs(attrs, widget)
        kind = widget or self.field.widget
        name = next((name for known, name in _CLASSES if isinstance(kind, known)), "")
        if name:
            given["class"] = f"{kind.attrs.get('class', '')} {name}".strip()
        return given

    @property
    def is_single_box(self) -> bool:
        """A box to tick: its label stands after it."""
        return isinstance(self.field.widget, widgets.CheckboxInput)

    @property
    def is_group(self) -> bool:
        """Several boxes or buttons under one legend."""
        return isinstance(self.field.widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple)


class Renderer(TemplatesSetting):
    """Gives every form of ours, and of the libraries, the same look."""

    form_template_name = "frame/forms/form.html"
    field_template_name = "frame/forms/field.html"
    bound_field_class = Field


class DayInput(DateInput):
    """A day, picked in the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class KeptEmpty(Form):
    """A form that anybody may send: machines that fill in everything are told by one field.

    Its template shows the field with `frame/forms/kept_empty.html`; people neither see nor hear it.
    """

    website = CharField(label=_("Leave this field empty"), required=False, max_length=200)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(
                gettext("Leave this field empty. It is only there to stop machines.")
            )
        return ""
