"""What the catalogue says of the services: the API, and the OGC API for map programs."""

from __future__ import annotations

from collections.abc import Sequence

from taskforce.web.publication.catalogue import authority as eu
from taskforce.web.publication.catalogue.graph import Node, Ref, Said, Value
from taskforce.web.publication.catalogue.places import Addresses
from taskforce.web.publication.catalogue.subjects import SUBJECTS

_FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0"


def services(
    there: Addresses, sets: Sequence[Node], publisher: Node, licence: str
) -> tuple[Node, ...]:
    """The services, each with the sets of open data that it answers about."""
    told = [(one, SUBJECTS[one.iri.rsplit("#", 1)[1]]) for one in sets]
    counted = [one for one, subject in told if subject.in_api]
    drawn = [one for one, subject in told if subject.collection]
    shared: list[tuple[str, Value]] = [
        ("dct:publisher", publisher),
        ("dct:accessRights", eu.PUBLIC),
        ("dct:license", eu.licence(licence)),
    ]
    api: list[tuple[str, Value]] = [
        ("dct:title", Said("API, version 1", "da")),
        ("dct:title", Said("API, version 1", "en")),
        ("dcat:endpointURL", Ref(there.api)),
        ("dcat:endpointDescription", Ref(there.api_description)),
        *(("dcat:servesDataset", Ref(one.iri)) for one in counted),
    ]
    ogc: list[tuple[str, Value]] = [
        ("dct:title", Said("Kort til andres programmer (OGC API – Features)", "da")),
        ("dct:title", Said("Maps for other programs (OGC API – Features)", "en")),
        ("dcat:endpointURL", Ref(there.ogc)),
        ("dcat:endpointDescription", Ref(there.ogc_description)),
        ("dct:conformsTo", Node(_FEATURES, "dct:Standard")),
        *(("dcat:servesDataset", Ref(one.iri)) for one in drawn),
    ]
    return (
        Node(there.named("api"), "dcat:DataService", tuple(api + shared)),
        Node(there.named("ogc"), "dcat:DataService", tuple(ogc + shared)),
    )
