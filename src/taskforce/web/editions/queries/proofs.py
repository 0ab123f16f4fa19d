"""Where the figures of an edition lie that anybody may see, and the certificate of each."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from taskforce.report.bundle import Bundles
from taskforce.report.certificates.certificate import Certificate, certificate_of
from taskforce.report.certificates.key import parse
from taskforce.report.certificates.record import Record, read_record
from taskforce.report.editions.keeping import kept
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.frame.edition import latest, signed_off


def public_record(edition: str) -> Record:
    """The frozen figures of an edition that is or was on show.

    Raises
    ------
    NotOnShelf
        There is no such edition, or it waits for approval.
    """
    folder = _folder(edition)
    if folder is None:
        raise NotOnShelf(f"There is no edition {edition}.")
    return read_record(folder, edition)


def certificate(edition: str, key: str) -> Certificate:
    """The certificate of a figure in an edition that is or was on show.

    Raises
    ------
    NotOnShelf
        There is no such edition or no such figure.
    WrongUse
        The name of the figure cannot be read.
    """
    return certificate_of(public_record(edition), parse(key))


def is_on_show(edition: str) -> bool:
    """Whether an edition is the one that everybody sees now."""
    shown = latest()
    return shown is not None and shown.edition == edition


def _folder(edition: str) -> Path | None:
    shown, approved = latest(), signed_off()
    if shown is not None and shown.edition == edition:
        return shown.path
    if not approved.ever:
        every = Bundles(settings.SHELF).all()
        return next((one.path for one in every if one.edition == edition), None)
    return kept(settings.SHELF, edition) if edition in approved.ever else None
