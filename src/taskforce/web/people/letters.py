"""Write a mail to somebody in their own language, as plain text and as a page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from taskforce.web.people.models import Invitation


def send_letter(template: str, to: str, *, language: str, told: dict[str, Any]) -> None:
    """Send `<template>_subject.txt` with `<template>_message.txt` and `.html`."""
    given = {**told, "site": settings.SITE_URL}
    with translation.override(language):
        subject = " ".join(render_to_string(f"{template}_subject.txt", given).split())
        text = render_to_string(f"{template}_message.txt", given).strip() + "\n"
        page = render_to_string(f"{template}_message.html", given)
    letter = EmailMultiAlternatives(subject, text, to=[to])
    letter.attach_alternative(page, "text/html")
    letter.send()


def link_of(token: str, *, language: str) -> str:
    """Where an invitation is accepted, in the language of the one who is invited."""
    with translation.override(language):
        return settings.SITE_URL + reverse("accept", args=[token])


def send_invitation(invitation: Invitation, token: str, *, by: str) -> None:
    """Send the link of an invitation."""
    told = {
        "invitation": invitation,
        "by": by,
        "link": link_of(token, language=invitation.language),
    }
    send_letter(
        "people/mails/invitation", invitation.email, language=invitation.language, told=told
    )
