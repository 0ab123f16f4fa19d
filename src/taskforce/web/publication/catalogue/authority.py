"""The words that all catalogues of Europe share: themes, languages, formats, rights."""

from __future__ import annotations

from taskforce.report.licences import licence_of
from taskforce.web.publication.catalogue.graph import Node, Said

_EU = "http://publications.europa.eu/resource/authority"


def _theme(code: str, da: str, en: str) -> Node:
    """A theme with its name, which a catalogue has to say along with the code."""
    says = (("skos:prefLabel", Said(da, "da")), ("skos:prefLabel", Said(en, "en")))
    return Node(f"{_EU}/data-theme/{code}", "skos:Concept", says)


THEMES = Node(
    f"{_EU}/data-theme",
    "skos:ConceptScheme",
    (("dct:title", Said("Datatema", "da")), ("dct:title", Said("Data theme", "en"))),
)
TECHNOLOGY = _theme("TECH", "Videnskab og teknologi", "Science and technology")
REGIONS = _theme("REGI", "Regioner og byer", "Regions and cities")
DANISH = Node(f"{_EU}/language/DAN", "dct:LinguisticSystem")
ENGLISH = Node(f"{_EU}/language/ENG", "dct:LinguisticSystem")
PUBLIC = Node(f"{_EU}/access-right/PUBLIC", "dct:RightsStatement")
# An edition comes whenever new figures have been approved.
IRREGULAR = Node(f"{_EU}/frequency/IRREG", "dct:Frequency")
_FORMATS = {"csv": "CSV", "geojson": "GEOJSON", "gpkg": "GPKG", "schema": "JSON", "json": "JSON"}


def format_of(name: str) -> Node | None:
    """A file's format in the European list; None where the list has no such format."""
    known = _FORMATS.get(name)
    return Node(f"{_EU}/file-type/{known}", "dct:MediaTypeOrExtent") if known else None


def media_type(name: str) -> Node:
    """A file's type as the internet knows it."""
    iri = f"https://www.iana.org/assignments/media-types/{name}"
    return Node(iri, "dct:MediaType")


def licence(title: str) -> Node:
    """The terms of use; a publisher's own terms in their words."""
    known = licence_of(title)
    said = (("dct:title", Said(title)),)
    return Node(known.authority if known else "", "dct:LicenseDocument", said)
