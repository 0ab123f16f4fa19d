"""A page is sent in fewer bytes to whoever can read it so, and whole to everybody else."""

from __future__ import annotations

import gzip

PACKED = {"HTTP_ACCEPT_ENCODING": "gzip"}


def test_a_page_is_packed_for_those_who_can_unpack_it(visitor):
    plain, packed = visitor.get("/om/"), visitor.get("/om/", **PACKED)
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


def test_what_is_asked_for_in_parts_is_left_alone(visitor, published):
    [bundle] = (path.name for path in (published / "bundles").iterdir() if path.is_dir())
    part = visitor.get(f"/tiles/{bundle}/municipalities.pmtiles", HTTP_RANGE="bytes=0-99", **PACKED)
    assert part.status_code == 206
    assert "Content-Encoding" not in part
    assert len(b"".join(part)) == 100
