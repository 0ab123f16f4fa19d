"""What the catalogue says: the sets of open data of an edition, their files, and the services."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.bundle import Bundle
from taskforce.report.label import Download
from taskforce.report.mobile.shown import ShownOverview
from taskforce.vocabulary.text import Text
from taskforce.web.publication.catalogue import authority as eu
from taskforce.web.publication.catalogue.files import distribution
from taskforce.web.publication.catalogue.graph import Node, Ref, Said, Value
from taskforce.web.publication.catalogue.places import Addresses
from taskforce.web.publication.catalogue.services import services
from taskforce.web.publication.catalogue.sets import OpenSet, sets_of
from taskforce.web.publication.catalogue.subjects import KEYWORDS, LIMIT_SAID, SUBJECTS

Says = tuple[tuple[str, Value], ...]
_TITLE = Text("Digital Taskforce: åbne data", "Digital Taskforce: open data")
_ABOUT = Text(
    "Hvem der mangler ordentligt internet, hvor, og hvordan det har ændret sig.",
    "Who lacks proper internet, where, and how it has changed.",
)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every entry of the catalogue says alike."""

    there: Addresses
    publisher: Node
    place: Node


def catalogue(
    bundle: Bundle, there: Addresses, contact: str, mobile: ShownOverview | None = None
) -> Node:
    """The catalogue of an edition.

    Parameters
    ----------
    bundle
        The edition.
    there
        Where its files and pages are.
    contact
        A mail address, or "" where none is given.
    mobile
        The overview of mobile coverage on show, if there is one.

    References
    ----------
    DCAT-AP-DK 2.0, the Danish profile of DCAT-AP.
    """
    shared = _Shared(there, _publisher(bundle, there), _place(bundle, there))
    sets = [_dataset(shared, one, contact) for one in sets_of(bundle, mobile, there)]
    served = services(there, sets, shared.publisher, bundle.downloads()[0].origin.licence)
    says: Says = (
        *_both("dct:title", _TITLE),
        *_both("dct:description", _ABOUT),
        ("dct:publisher", shared.publisher),
        ("dct:modified", _day(bundle.label.collected_at[:10])),
        ("dct:language", eu.DANISH),
        ("dct:language", eu.ENGLISH),
        ("dct:spatial", shared.place),
        ("dcat:themeTaxonomy", eu.THEMES),
        ("foaf:homepage", Node(there.home, "foaf:Document")),
        *(("dcat:dataset", one) for one in sets),
        *(("dcat:service", one) for one in served),
    )
    return Node(there.named("catalogue"), "dcat:Catalog", says)


def _dataset(shared: _Shared, one: OpenSet, contact: str) -> Node:
    there, first = shared.there, one.first
    says: Says = (
        *_both("dct:title", first.title),
        *_both("dct:description", _with_limit(SUBJECTS[one.name].description)),
        ("dct:identifier", Said(there.named(one.name))),
        ("dct:publisher", shared.publisher),
        ("dcat:contactPoint", _contact(there, contact)),
        ("dcat:theme", eu.TECHNOLOGY),
        ("dcat:theme", eu.REGIONS),
        *(("dcat:keyword", Said(word, language)) for word, language in KEYWORDS),
        ("dct:accrualPeriodicity", eu.IRREGULAR),
        ("dct:accessRights", eu.PUBLIC),
        ("dct:spatial", shared.place),
        ("dct:temporal", _period(one)),
        ("dct:modified", _day(one.made_on)),
        ("dct:language", eu.DANISH),
        ("dct:language", eu.ENGLISH),
        ("dct:provenance", _provenance(first)),
        ("owl:versionInfo", Said(one.version)),
        ("dcat:landingPage", Node(there.page, "foaf:Document")),
        ("foaf:page", Node(there.method(first.origin.method), "foaf:Document")),
        *(
            ("dcat:distribution", distribution(file.name, file.address, file.told))
            for file in one.files
        ),
    )
    return Node(there.named(one.name), "dcat:Dataset", says)


def _publisher(bundle: Bundle, there: Addresses) -> Node:
    region = bundle.region().name
    name = Text(f"Digital Taskforce, {region.da}", f"Digital Taskforce, {region.en}")
    return Node(there.named("publisher"), "foaf:Agent", _both("foaf:name", name))


def _place(bundle: Bundle, there: Addresses) -> Node:
    region = bundle.region()
    box = region.bounds
    says: Says = _both("skos:prefLabel", region.name)
    if box is not None:
        corners = ((box.west, box.south), (box.east, box.south), (box.east, box.north))
        ring = (*corners, (box.west, box.north), corners[0])
        text = ", ".join(f"{east} {north}" for east, north in ring)
        says = (*says, ("dcat:bbox", Said(f"POLYGON(({text}))", kind="geo:wktLiteral")))
    return Node(there.named("region"), "dct:Location", says)


def _contact(there: Addresses, mail: str) -> Node:
    name = ("vcard:fn", Said("Digital Taskforce"))
    way = ("vcard:hasEmail", Ref(f"mailto:{mail}")) if mail else ("vcard:hasURL", Ref(there.about))
    return Node("", "vcard:Kind", (name, way))


def _period(one: OpenSet) -> Node:
    says: Says = (
        ("dcat:startDate", _day(one.begin.isoformat())),
        ("dcat:endDate", _day(one.end.isoformat())),
    )
    return Node("", "dct:PeriodOfTime", says)


def _provenance(file: Download) -> Node:
    origin = file.origin
    words = f"{origin.publisher}: {origin.title}, {origin.as_of.isoformat()}"
    return Node("", "dct:ProvenanceStatement", (("rdfs:label", Said(words, "da")),))


def _with_limit(said: Text) -> Text:
    return Text(f"{said.da} {LIMIT_SAID.da}", f"{said.en} {LIMIT_SAID.en}")


def _both(name: str, words: Text) -> Says:
    return ((name, Said(words.da, "da")), (name, Said(words.en, "en")))


def _day(day: str) -> Said:
    return Said(day, kind="xsd:date")
