"""The press pack as a zip file: words, paper, tables, and every picture in two forms."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext

from taskforce.report.dossier.packing import packed
from taskforce.web.reports.handing_out import (
    PNG,
    SVG,
    foot_of,
    paper_file,
    picture_file,
    workbook_file,
)
from taskforce.web.reports.queries.press import PressPack


def press_file(pack: PressPack) -> bytes:
    """The whole pack; the same figures give the same bytes."""
    report = pack.report
    words, paper, tables = gettext("read-me"), gettext("report"), gettext("tables")
    folder = gettext("pictures")
    files = {
        f"{words}.txt": "\n".join(_words(pack)).encode(),
        f"{paper}.pdf": paper_file(report),
        f"{tables}.xlsx": workbook_file(report),
    }
    for chart in pack.pictures:
        for kind in (PNG, SVG):
            files[f"{folder}/{chart.identity}.{kind}"] = picture_file(report, chart, kind)
    for own in pack.own_pictures:
        files[f"{folder}/{own.name}"] = own.content
    return packed(files)


def _words(pack: PressPack) -> Iterator[str]:
    report = pack.report
    yield from (f"{report.title} · {report.subtitle}", report.demonstration, "")
    for one in pack.figures:
        yield f"{one.value} {one.words} ({one.detail})"
        if one.proof and settings.SITE_IS_KNOWN:
            yield f"  {settings.SITE_URL}{one.proof}"
    yield from ("", str(pack.change), "", gettext("Quotes allowed"), "")
    for quote in pack.quotes:
        yield from (gettext("“%(words)s”") % {"words": str(quote.text)}, f"– {quote.by}", "")
    yield from (gettext("Pictures"), "")
    for chart in pack.pictures:
        yield f"{chart.identity}: {chart.title}. {foot_of(report, chart)}"
    for own in pack.own_pictures:
        credit = gettext("Picture: %(who)s") % {"who": own.version.photo_credit}
        yield f"{own.name}: {own.version.photo_alt}. {credit}"
    yield from ("", gettext("How to cite"), "", pack.citation, "")
    yield gettext("All pictures and figures may be used freely when the source is named.")
    contact = pack.press_contact
    if contact is not None:
        yield from ("", gettext("Press contact"), "")
        yield " · ".join(part for part in (contact.email, contact.phone, contact.website) if part)
