"""What search engines for data read of a page: which figures it shows, whose, and on what terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from django.http import HttpRequest

from taskforce.report.label import Download
from taskforce.report.licences import licence_of
from taskforce.report.origin import Origin


class Edited(Protocol):
    """Figures that have a name for exactly this edition of them."""

    @property
    def edition(self) -> str:
        """The name."""


_MAKER = {"@type": "Organization", "name": "Digital Taskforce"}


def dataset(
    request: HttpRequest,
    words: tuple[str, str],
    *,
    bundle: Edited,
    origin: Origin,
    place: str,
    files: Sequence[tuple[Download, str]] = (),
) -> dict[str, Any]:
    """Describe the figures of a page.

    Parameters
    ----------
    request
        Its address is that of the figures.
    words
        Name and description, in the language of the page.
    bundle, origin
        What names the edition, and where its figures come from.
    place
        The name of the area.
    files
        The same figures to take away, each with its address.

    References
    ----------
    schema.org/Dataset.
    """
    known = licence_of(origin.licence)
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": words[0],
        "description": words[1],
        "url": request.build_absolute_uri(request.path),
        "creator": {**_MAKER, "url": request.build_absolute_uri("/")},
        "isBasedOn": f"{origin.publisher}: {origin.title}",
        "license": known.path if known else origin.licence,
        "isAccessibleForFree": True,
        "temporalCoverage": origin.as_of.isoformat(),
        "spatialCoverage": {"@type": "Place", "name": place},
        "version": bundle.edition,
    }
    there = [_download(request, file, address) for file, address in files]
    return {**told, "distribution": there} if there else told


def _download(request: HttpRequest, file: Download, address: str) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "contentUrl": request.build_absolute_uri(address),
        "encodingFormat": file.format,
        "contentSize": str(file.bytes),
        "sha256": file.sha256,
    }
