"""Writes the statements of a catalogue as Turtle, as JSON-LD, or as RDF/XML."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

from taskforce.web.publication.catalogue.graph import (
    PREFIXES,
    Node,
    Ref,
    Said,
    Value,
    named,
    whole,
)


def turtle(root: Node) -> str:
    """The form that people read best."""
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()]
    return "\n".join([*lines, *(f"\n<{n.iri}> {_said_in_turtle(n)} ." for n in named(root))]) + "\n"


def _said_in_turtle(node: Node) -> str:
    parts = [f"a {node.kind}", *(f"{name} {_in_turtle(value)}" for name, value in node.says)]
    return " ;\n  ".join(parts)


def _in_turtle(value: Value) -> str:
    if isinstance(value, Said):
        # The escapes of JSON are those of Turtle.
        text = json.dumps(value.value, ensure_ascii=False)
        mark = f"@{value.language}" if value.language else ""
        return text + (f"^^{value.kind}" if value.kind else mark)
    if isinstance(value, Node) and not value.iri:
        return f"[ {_said_in_turtle(value)} ]"
    return f"<{value.iri}>"


def json_ld(root: Node) -> str:
    """The form that web programs read best."""
    content = {"@context": PREFIXES, "@graph": [_said_in_json(node) for node in named(root)]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _said_in_json(node: Node) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": node.kind}
    if node.iri:
        told["@id"] = node.iri
    for name, value in node.says:
        told.setdefault(name, []).append(_in_json(value))
    return told


def _in_json(value: Value) -> dict[str, Any]:
    if isinstance(value, Said):
        if value.language:
            return {"@value": value.value, "@language": value.language}
        return {"@value": value.value} | ({"@type": value.kind} if value.kind else {})
    return _said_in_json(value) if isinstance(value, Node) and not value.iri else {"@id": value.iri}


def rdf_xml(root: Node) -> str:
    """The form that older portals ask for."""
    # Names are written as they stand: registered prefixes would reach every other file in XML.
    top = ET.Element("rdf:RDF", {f"xmlns:{name}": iri for name, iri in PREFIXES.items()})
    for node in named(root):
        _write(top, node)
    ET.indent(top)
    return ET.tostring(top, encoding="unicode", xml_declaration=True) + "\n"


def _write(under: ET.Element, node: Node) -> None:
    element = ET.SubElement(under, node.kind)
    if node.iri:
        element.set("rdf:about", node.iri)
    for name, value in node.says:
        said = ET.SubElement(element, name)
        if isinstance(value, Node) and not value.iri:
            _write(said, value)
        elif isinstance(value, (Node, Ref)):
            said.set("rdf:resource", value.iri)
        else:
            _write_words(said, value)


def _write_words(element: ET.Element, said: Said) -> None:
    element.text = said.value
    if said.language:
        element.set("xml:lang", said.language)
    if said.kind:
        element.set("rdf:datatype", whole(said.kind))
