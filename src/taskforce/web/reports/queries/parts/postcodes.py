"""The need of each postcode in a municipality."""

from __future__ import annotations

from django.utils.translation import gettext

from taskforce.report.certificates.key import (
    ADDRESSES,
    BELOW,
    NO_POSTCODE,
    SHARE_BELOW,
    UNKNOWN,
)
from taskforce.report.dossier.content import Cell, Section, Table
from taskforce.report.figures import PostcodeFigures
from taskforce.web.frame.question import Question
from taskforce.web.reports.queries.parts.proofs import proof_of
from taskforce.web.reports.queries.parts.wording import counted, heads, shared, source_of


def postcodes_section(question: Question, code: str) -> Section | None:
    """The same figures by postcode; None where no postcode is known."""
    found = question.table.in_municipality(code)
    if not found:
        return None
    table = Table(
        identity="postcodes",
        title=gettext("Addresses without proper internet by postcode"),
        columns=heads(
            gettext("Postcode"),
            gettext("Addresses"),
            gettext("Without"),
            gettext("Share"),
            gettext("Unknown"),
            figures=4,
        ),
        rows=tuple(
            (
                Cell(one.postcode or gettext("unknown")),
                counted(one.addresses, _proof(question, ADDRESSES, one)),
                counted(one.below, _proof(question, BELOW, one)),
                shared(one, _proof(question, SHARE_BELOW, one)),
                counted(one.unknown, _proof(question, UNKNOWN, one)),
            )
            for one in found
        ),
        source=source_of(question.table.origin),
        note=gettext("The part of the postcode that lies in the municipality."),
    )
    return Section("postcodes", gettext("The same by postcode"), tables=(table,))


def _proof(question: Question, kind: str, one: PostcodeFigures) -> str:
    part = one.postcode or NO_POSTCODE
    return proof_of(question.bundle, kind, one.municipality, part=part)
