"""What a catalogue says, as statements about things: written down in any of three forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing elsewhere, by its address."""

    iri: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words or a value: in a language, or of a kind such as xsd:date."""

    value: str
    language: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of a kind, and what is said of it; without an address it stands where it is used."""

    iri: str
    kind: str
    says: tuple[tuple[str, Node | Ref | Said], ...] = ()


Value = Node | Ref | Said


def named(node: Node, seen: set[str] | None = None) -> Iterator[Node]:
    """Every thing with an address, once, this one first."""
    seen = set() if seen is None else seen
    if node.iri and node.iri not in seen:
        seen.add(node.iri)
        yield node
    for _, value in node.says:
        if isinstance(value, Node):
            yield from named(value, seen)


def whole(name: str) -> str:
    """The address that a short name such as dct:title stands for."""
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest
