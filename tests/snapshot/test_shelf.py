"""The shelf tells which snapshot is the newest, and finds each by name."""

from datetime import UTC, date, datetime

import pytest

from taskforce.snapshot import manifest as manifests
from taskforce.snapshot.checksum import checksums, fingerprint, sha256_of
from taskforce.snapshot.freeze import freezing
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.errors import NotOnShelf, PromiseBroken
from taskforce.vocabulary.provenance import Provenance
from taskforce.vocabulary.technology import Technology


def label(name, as_of, **changes):
    return Manifest(
        **{
            "id": name,
            "kind": "coverage",
            "fingerprint": "f",
            "provenance": Provenance("Publisher", "Title", "CC0", as_of, Certainty.REPORTED),
            "as_of_basis": "given",
            "collected_at": datetime(2026, 11, 1, tzinfo=UTC),
            "format": "official",
            "sources": (SourceFile("a.csv", "0" * 64, 10, 1),),
            "rows": 1,
            "accepted": 1,
            "rejected": 0,
            "addresses": 1,
            "technologies": (Technology.FIBRE,),
            "software": "0.1.0",
            **changes,
        }
    )


def put(shelf, manifest):
    with freezing(shelf.snapshots_folder / manifest.id) as folder:
        (folder / "address.parquet").write_bytes(b"bytes")
        manifests.write(manifest, folder)


@pytest.fixture
def shelf(tmp_path):
    shelf = Shelf(tmp_path)
    put(shelf, label("2023-06-30-bbbb", date(2023, 6, 30)))
    put(shelf, label("2016-06-30-aaaa", date(2016, 6, 30)))
    put(
        shelf,
        label("2016-06-30-abcd", date(2016, 6, 30), collected_at=datetime(2026, 11, 2, tzinfo=UTC)),
    )
    return shelf


def test_the_latest_is_the_newest_day_however_it_was_collected(shelf):
    assert shelf.latest().id == "2023-06-30-bbbb"
    assert shelf.open("latest").id == "2023-06-30-bbbb"


def test_the_previous_is_of_an_earlier_day(shelf):
    assert shelf.previous(shelf.latest()).id == "2016-06-30-abcd"
    assert shelf.previous(shelf.open("2016-06-30-abcd")) is None


def test_a_snapshot_is_found_by_the_beginning_of_its_name(shelf):
    assert shelf.open("2023").id == "2023-06-30-bbbb"


@pytest.mark.parametrize("name", ["2016", "1999", ""])
def test_an_ambiguous_or_unknown_name_lists_what_there_is(shelf, name):
    with pytest.raises(NotOnShelf, match="2016-06-30-aaaa"):
        shelf.open(name)


def test_an_empty_shelf_says_what_to_do(tmp_path):
    with pytest.raises(NotOnShelf, match="taskforce collect coverage"):
        Shelf(tmp_path / "nowhere").latest()
    assert Shelf(tmp_path / "nowhere").layer("boundaries") is None


def test_a_manifest_reads_back_as_it_was_written(tmp_path):
    written = label("one", date(2023, 6, 30), layers={"uses": "u"}, demonstration=True)
    manifests.write(written, tmp_path)
    assert manifests.read(tmp_path) == written


@pytest.mark.parametrize("content", ["", "{}", '{"schema": 999}'])
def test_a_damaged_manifest_says_so(tmp_path, content):
    (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(PromiseBroken):
        manifests.read(tmp_path)


def test_a_changed_byte_is_found(shelf):
    folder = shelf.snapshots_folder / "2023-06-30-bbbb"
    sealed = label(
        "2023-06-30-bbbb",
        date(2023, 6, 30),
        files={"address.parquet": sha256_of(folder / "address.parquet")},
    )
    manifests.write(sealed, folder)
    shelf.latest().verify()
    (folder / "address.parquet").write_bytes(b"other")
    with pytest.raises(PromiseBroken, match=r"address\.parquet"):
        shelf.latest().verify()


def test_a_fingerprint_minds_the_borders_between_its_parts():
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("ab", "c") == fingerprint("ab", "c")


def test_checksums_name_every_file(tmp_path):
    (tmp_path / "b").write_bytes(b"2")
    (tmp_path / "a").write_bytes(b"1")
    assert list(checksums(tmp_path)) == ["a", "b"]


def test_a_layer_that_is_needed_is_told_how_to_get(tmp_path):
    shelf = Shelf(tmp_path)
    with pytest.raises(NotOnShelf, match="taskforce collect masts FILE"):
        shelf.needed("masts")
    with freezing(shelf.layer_folder("masts") / "m") as folder:
        manifests.write(label("m", date(2026, 7, 1), kind="masts"), folder)
    assert shelf.needed("masts").id == "m"
