"""Files as they should be, and files as somebody who means ill would make them."""

from __future__ import annotations

import io
import zipfile

import openpyxl

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"


def archive(**parts: bytes) -> bytes:
    """A zip file; "__" stands for "/" and "_dot_" for "." in the names of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return made.getvalue()


def docx(**more: bytes) -> bytes:
    parts = {"[Content_Types]_dot_xml": b"<Types/>", "word__document_dot_xml": b"<w/>"}
    return archive(**parts, **more)


def xlsx() -> bytes:
    made = io.BytesIO()
    openpyxl.Workbook().save(made)
    return made.getvalue()


def open_document(kind: str) -> bytes:
    told = f"application/vnd.oasis.opendocument.{kind}".encode()
    return archive(mimetype=told, content_dot_xml=b"<c/>")


def bomb() -> bytes:
    """A document of some hundred kilobytes that unpacks to a quarter of a gigabyte."""
    return docx(word__media__big_dot_bin=bytes(250_000_000))


GOOD = {
    "Referat 12.3.2026.pdf": PDF,
    "Aftale.DOCX": docx(),
    "tal.xlsx": xlsx(),
    "brev.odt": open_document("text"),
    "ark.ods": open_document("spreadsheet"),
    "kort.png": PNG,
    "mast.jpg": JPEG,
    "mast.jpeg": JPEG,
    "liste.csv": "vej;by\nÆblevej;Sorø\n".encode(),
    "fra-excel.csv": "vej;pris\nÆblevej;5 €\n".encode("cp1252"),
    "note.txt": "Ring til Åse.\r\n".encode("utf-8-sig"),
}
BAD = {
    "page.pdf": HTML,
    "drawing.svg": SVG,
    "drawing.png": SVG,
    "drawing.txt": SVG,
    "page.html": HTML,
    "page.csv": b"a;b\n<ScRiPt>alert(1)</sCrIpT>;2\n",
    "program.exe": b"MZ\x90\x00\x03",
    "program.pdf": b"MZ\x90\x00\x03",
    "invoice.pdf.exe": PDF,
    "binary.txt": b"abc\x00def",
    "undefined.txt": b"\x81\x8d\x8f",
    "no-ending": PDF,
    ".pdf": PDF,
    "sheet.docx": xlsx(),
    "zip.docx": archive(anything=b"x"),
    "broken.docx": docx()[:60],
    "macros.docx": docx(word__vbaProject_dot_bin=b"x"),
    "text.ods": open_document("text"),
    "picture.pdf": PNG,
    "shell.txt": b"<?php system($_GET['c']); ?>",
    "empty.pdf": b"",
}
