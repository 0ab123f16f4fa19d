"""Looks through a PDF as a screen reader's program would, and tells what stands in its way."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, IndirectObject

_YES = BooleanObject(True)
_HEADING = re.compile(r"/H([1-6])")
_ROLES = {
    *("/Document", "/Part", "/Sect", "/Div", "/P", "/Span", "/Link", "/Reference", "/Caption"),
    *("/TOC", "/TOCI", "/L", "/LI", "/Lbl", "/LBody", "/Figure", "/Formula", "/BlockQuote"),
    *("/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD", "/Note", "/Code"),
    *(f"/H{level}" for level in range(1, 7)),
}


class Tagged:
    """A PDF with its tree of tags."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))
        self.root: Any = self.reader.trailer["/Root"]
        self.tree: Any = self.root.get("/StructTreeRoot", DictionaryObject()).get_object()

    def tags(self, under: Any = None) -> Iterator[tuple[str, Any]]:
        """Each tag by its role, in reading order."""
        node = self.tree if under is None else under
        for child in _children(node):
            if isinstance(child, DictionaryObject) and "/S" in child:
                role = str(child["/S"])
                yield str(self.tree.get("/RoleMap", {}).get(role, role)), child
                yield from self.tags(child)


def faults(content: bytes, language: str) -> list[str]:
    """What stands in the way, in words; nothing where nothing does.

    Asked is what PDF/UA-1 demands and a program can see: tags, language, title, alternative words,
    headings in order, heads of tables with their scope, links with words, bookmarks, and fonts
    that lie in the file and can be read out.
    """
    paper = Tagged(content)
    return [
        *_of_the_whole(paper, language),
        *_of_headings(paper),
        *_of_pictures(paper),
        *_of_tables(paper),
        *_of_links(paper),
        *_of_fonts(paper),
    ]


def _of_the_whole(paper: Tagged, language: str) -> Iterator[str]:
    root = paper.root
    about = root["/Metadata"].get_object().get_data().decode()
    if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", about):
        yield "it does not say that it is PDF/UA-1"
    if "dc:title" not in about or not (paper.reader.metadata and paper.reader.metadata.title):
        yield "it has no title"
    if root.get("/Lang") != language:
        yield f"its language is {root.get('/Lang')}, not {language}"
    marked = root.get("/MarkInfo", {})
    if marked.get("/Marked") != _YES or marked.get("/Suspects") == _YES:
        yield "it is not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "its title is not shown"
    if not paper.reader.outline:
        yield "it has no bookmarks"
    roles = {role for role, _node in paper.tags()}
    if not roles or roles - _ROLES:
        yield f"its tags are not known: {sorted(roles - _ROLES)}"


def _of_headings(paper: Tagged) -> Iterator[str]:
    levels = [int(m[1]) for role, _node in paper.tags() if (m := _HEADING.fullmatch(role))]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"its headings begin {levels[:3]}"
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"


def _of_pictures(paper: Tagged) -> Iterator[str]:
    for role, node in paper.tags():
        if role in ("/Figure", "/Formula") and not str(node.get("/Alt", "")).strip():
            yield f"a {role} has no words"


def _of_tables(paper: Tagged) -> Iterator[str]:
    for role, node in paper.tags():
        if role != "/Table":
            continue
        inside = list(paper.tags(node))
        heads = [one for inner, one in inside if inner == "/TH"]
        if not heads:
            yield "a table has no heads"
        if not all(_scope(head) in ("/Column", "/Row", "/Both") for head in heads):
            yield "a head of a table has no scope"
        rows = [one for inner, one in inside if inner == "/TR"]
        widths = {sum(_width(cell) for cell in _children(row)) for row in rows}
        if len(widths) != 1:
            yield f"a table has rows of {sorted(widths)} cells"


def _of_links(paper: Tagged) -> Iterator[str]:
    tagged = sum(role in ("/Link", "/Reference") for role, _node in paper.tags())
    found = 0
    for number, page in enumerate(paper.reader.pages, start=1):
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"the links of page {number} have an order of their own"
        for one in page.get("/Annots", []):
            note = one.get_object()
            found += note["/Subtype"] == "/Link"
            if not str(note.get("/Contents", "")).strip():
                yield f"a link on page {number} has no words"
            if "/StructParent" not in note:
                yield f"a link on page {number} is not in the tags"
    if found and not tagged:
        yield "no link is tagged"


def _of_fonts(paper: Tagged) -> Iterator[str]:
    for page in paper.reader.pages:
        for one in page["/Resources"].get("/Font", {}).values():
            font = one.get_object()
            inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner):
                yield f"{font['/BaseFont']} does not lie in it"
            if "/ToUnicode" not in font:
                yield f"{font['/BaseFont']} cannot be read out"


def _children(node: Any) -> list[Any]:
    inside = node.get("/K", [])
    inside = inside.get_object() if isinstance(inside, IndirectObject) else inside
    every = inside if isinstance(inside, ArrayObject) else [inside]
    return [one.get_object() if isinstance(one, IndirectObject) else one for one in every]


def _attributes(node: Any) -> list[Any]:
    told = node.get("/A", [])
    told = told.get_object() if isinstance(told, IndirectObject) else told
    every = told if isinstance(told, ArrayObject) else [told]
    return [one.get_object() if isinstance(one, IndirectObject) else one for one in every]


def _scope(head: Any) -> str:
    return next((str(one["/Scope"]) for one in _attributes(head) if "/Scope" in one), "")


def _width(cell: Any) -> int:
    return next((int(one["/ColSpan"]) for one in _attributes(cell) if "/ColSpan" in one), 1)
