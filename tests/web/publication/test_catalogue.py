"""Portals can gather the catalogue: it keeps to DCAT-AP-DK, and all it names is there."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

SHAPES = Path(__file__).parent / "dcat_ap_dk.ttl"
FORMS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}


def gathered(visitor, form="ttl"):
    return Graph().parse(data=visitor.get(f"/katalog.{form}").content, format=FORMS[form])


@pytest.fixture
def shapes():
    return Graph().parse(SHAPES)


def test_the_catalogue_keeps_to_the_profile(visitor, shapes):
    conforms, _, said = validate(gathered(visitor), shacl_graph=shapes)
    assert conforms, said


NEEDED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.publisher, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.description, DCTERMS.identifier, DCAT.distribution, DCAT.theme),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.license, DCAT.byteSize),
    DCAT.DataService: (DCAT.endpointURL, DCAT.endpointDescription),
    FOAF.Agent: (FOAF.name,),
    SKOS.Concept: (SKOS.prefLabel,),
    SKOS.ConceptScheme: (DCTERMS.title,),
}


@pytest.mark.parametrize("kind", NEEDED, ids=lambda kind: kind.fragment)
def test_a_catalogue_that_lacks_something_is_told_from_one_that_does_not(visitor, shapes, kind):
    graph = gathered(visitor)
    things = set(graph.subjects(RDF.type, kind))
    for name in NEEDED[kind]:
        short = Graph()
        short += [one for one in graph if one[0] not in things or one[1] != name]
        assert len(short) < len(graph)
        assert not validate(short, shacl_graph=shapes)[0], name


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        (DCTERMS.modified, Literal("2026-06-30")),
        (DCTERMS.publisher, URIRef("urn:somebody-else")),
        (DCAT.byteSize, Literal(1, datatype=XSD.integer)),
        (DCAT.endpointURL, Literal("here")),
    ],
)
def test_a_catalogue_that_says_something_wrong_is_told_too(visitor, shapes, name, wrong):
    graph = gathered(visitor)
    thing = next(graph.subjects(name, None))
    graph.set((thing, name, wrong))
    assert not validate(graph, shacl_graph=shapes)[0]


# The reader of JSON-LD in rdflib warns of its own future.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_every_form_says_the_same(visitor):
    first, *others = (gathered(visitor, form) for form in FORMS)
    assert len(first) > 200
    assert all(isomorphic(first, other) for other in others)
    assert visitor.get("/katalog.doc").status_code == 404


def test_its_prefixes_stay_out_of_other_files(visitor):
    assert b"<dct:" in visitor.get("/katalog.rdf").content
    # Python keeps one list of prefixes for all that is written in XML, workbooks too.
    assert b"dct:" not in ElementTree.tostring(ElementTree.Element(f"{{{DCTERMS}}}title"))


def test_every_file_and_service_is_where_the_catalogue_says(visitor, published):
    graph = gathered(visitor)
    [bundle] = (published / "bundles").iterdir()
    files = set(graph.objects(None, DCAT.downloadURL))
    assert len(files) > 15
    services = {*graph.objects(None, DCAT.endpointURL)}
    services |= {*graph.objects(None, DCAT.endpointDescription)}
    for there in files | services:
        assert visitor.get(str(there)).status_code == 200, there
    for one, there in graph.subject_objects(DCAT.downloadURL):
        size = (bundle / "downloads" / str(there).rsplit("/", 1)[1]).stat().st_size
        assert int(graph.value(one, DCAT.byteSize)) == size


def test_the_region_and_its_sets_are_named_in_both_languages(visitor):
    graph = gathered(visitor)
    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    assert Literal("Digital Taskforce: åbne data", "da") in graph.objects(catalogue, DCTERMS.title)
    sets = {str(one).rsplit("#", 1)[1] for one in graph.objects(catalogue, DCAT.dataset)}
    assert sets == {"need_municipalities", "need_postcodes", "need_hexes", "white_spots", "change"}
    licences = set(graph.objects(None, DCTERMS.license))
    assert URIRef("http://publications.europa.eu/resource/authority/licence/CC0") in licences


def test_portals_need_not_gather_what_is_unchanged(visitor):
    first = visitor.get("/katalog.ttl")
    again = visitor.get("/katalog.ttl", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert first["Access-Control-Allow-Origin"] == "*"
