"""Portals can gather the catalogue: it keeps to DCAT-AP-DK, and all it names is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, URIRef
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


def test_a_catalogue_that_does_not_is_told_from_one_that_does(visitor, shapes):
    graph = gathered(visitor)
    for name in (DCTERMS.publisher, DCAT.accessURL, DCTERMS.description, DCAT.endpointURL):
        short = Graph()
        short += [one for one in graph if one[1] != name]
        assert not validate(short, shacl_graph=shapes)[0], name


# The reader of JSON-LD in rdflib warns of its own future.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_every_form_says_the_same(visitor):
    first, *others = (gathered(visitor, form) for form in FORMS)
    assert len(first) > 200
    assert all(isomorphic(first, other) for other in others)
    assert visitor.get("/katalog.doc").status_code == 404


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
