"""How to reach us: for the press, about a mistake, or where a page shuts somebody out."""

from __future__ import annotations

from smtplib import SMTPException

from django import forms
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from taskforce.web.frame.forms import KeptEmpty
from taskforce.web.gaps.views.openly import without_cookie
from taskforce.web.people.limits import limited
from taskforce.web.people.public import taskforce_address
from taskforce.web.people.rights import everyone, may

_ABOUT = (
    ("accessibility", _("A page that I cannot use")),
    ("figure", _("A figure that seems wrong")),
    ("press", _("A question from the press")),
    ("other", _("Something else")),
)
_OFTEN = "10/h"
_LONGEST = 3000


class ContactForm(KeptEmpty):
    """What it is about, and an address only if an answer is wanted."""

    about = forms.ChoiceField(label=_("What is it about?"), choices=_ABOUT)
    page = forms.CharField(
        label=_("Which page?"),
        required=False,
        max_length=300,
        help_text=_("Copy the address of the page, if it is about one."),
    )
    text = forms.CharField(
        label=_("What do you want to tell us?"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Leave out names, telephone numbers and other personal matters."),
    )
    email = forms.EmailField(
        label=_("Mail"),
        required=False,
        max_length=254,
        help_text=_("Only if you want an answer."),
    )

    @property
    def asked(self) -> list[forms.BoundField]:
        """What people see."""
        return [self[name] for name in ("about", "page", "text", "email")]


@may(everyone)
@without_cookie
@require_http_methods(["GET", "HEAD", "POST"])
@limited(_OFTEN)
def contact(request: HttpRequest) -> HttpResponse:
    """Whom to ask about what, and a form that becomes a mail; nothing of it is kept here."""
    begun = {"about": request.GET.get("about", ""), "page": request.GET.get("page", "")[:300]}
    if request.method == "POST" and not settings.CONTACT_EMAIL:
        raise Http404
    form = ContactForm(request.POST if request.method == "POST" else None, initial=begun)
    sent = _send(form) if form.is_valid() else None
    shown = {"form": form, "sent": sent, "address": taskforce_address()}
    status = 422 if form.errors else 503 if sent is False else 200
    return render(request, "public/contact.html", shown, status=status)


def _send(form: ContactForm) -> bool:
    given = form.cleaned_data
    with translation.override(settings.LANGUAGE_CODE):
        about = dict(_ABOUT)[given["about"]]
        subject = gettext("From the website: %(about)s") % {"about": about}
    text = "\n\n".join(part for part in (given["page"], given["text"]) if part)
    reply_to = [given["email"]] if given["email"] else None
    letter = EmailMessage(subject, text + "\n", to=[settings.CONTACT_EMAIL], reply_to=reply_to)
    try:
        letter.send()
    except (SMTPException, OSError):
        return False
    return True
