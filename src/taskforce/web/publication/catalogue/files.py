"""What the catalogue says of each file: where it is, how large, in which format, on which terms."""

from __future__ import annotations

from taskforce.report.data_package import MEDIA_TYPES
from taskforce.report.label import Download
from taskforce.web.publication.catalogue import authority as eu
from taskforce.web.publication.catalogue.graph import Node, Ref, Said, Value


def distribution(name: str, address: str, file: Download) -> Node:
    """One file of a set of open data.

    Its checksum is in datapackage.json: a catalogue of DCAT-AP-DK 2.0 can only hold one of SHA-1.
    """
    where = Ref(address)
    says: list[tuple[str, Value]] = [
        ("dct:title", Said(file.name)),
        ("dcat:accessURL", where),
        ("dcat:downloadURL", where),
        ("dcat:mediaType", eu.media_type(MEDIA_TYPES[file.format])),
        ("dcat:byteSize", Said(str(file.bytes), kind="xsd:decimal")),
        ("dct:license", eu.licence(file.origin.licence)),
    ]
    known = eu.format_of(file.format)
    if known is not None:
        says.append(("dct:format", known))
    return Node(name, "dcat:Distribution", tuple(says))
