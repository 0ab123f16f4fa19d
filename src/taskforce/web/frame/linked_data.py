"""What search engines for data read of a page: which figures it shows, whose, and on what terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from taskforce.report.bundle import Bundle
from taskforce.report.label import Download
from taskforce.report.licences import licence_of
from taskforce.report.origin import Origin

_MAKER = {"@type": "Organization", "name": "Digital Taskforce"}


def dataset(
    request: HttpRequest,
    words: tuple[str, str],
    *,
    bundle: Bundle,
    origin: Origin,
    place: str,
    files: Sequence[Download] = (),
) -> dict[str, Any]:
    """Describe the figures of a page.

    Parameters
    ----------
    request
        Its address is that of the figures.
    words
        Name and description, in the language of the page.
    bundle, origin
        The edition, and where its figures come from.
    place
        The name of the area.
    files
        The same figures to take away.

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
    there = [_download(request, bundle, file) for file in files]
    return {**told, "distribution": there} if there else told


def _download(request: HttpRequest, bundle: Bundle, file: Download) -> dict[str, Any]:
    path = reverse("download", args=[bundle.id, file.name])
    return {
        "@type": "DataDownload",
        "name": file.name,
        "contentUrl": request.build_absolute_uri(path),
        "encodingFormat": file.format,
        "contentSize": str(file.bytes),
        "sha256": file.sha256,
    }
