"""Do what a form asks for, and where it cannot be done, say so on the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def done(request: HttpRequest, form: forms.BaseForm, do: Callable[[], Any]) -> bool:
    """Whether the form was sent, was right, and the action could be done."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        do()
    except ValidationError as error:
        _tell(form, error)
        return False
    return True


def ask(
    request: HttpRequest, form: forms.BaseForm, heading: str, *, back: str, **more: Any
) -> HttpResponse:
    """Show a form on a page of its own; `back` is where "cancel" leads."""
    shown = {"form": form, "heading": heading, "back": back, **more}
    return render(request, "people/form.html", shown, status=422 if form.errors else 200)


def _tell(form: forms.BaseForm, error: ValidationError) -> None:
    # An action knows fields that the form does not ask for; what it says of them is for all.
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: [error]}
    for name, errors in by_field.items():
        form.add_error(name if name in form.fields else None, errors)
