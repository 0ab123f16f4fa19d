"""Every text is there in Danish, and the pages' own files keep to their size and their place."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from setup import messages

WEB = Path("src/taskforce/web")
CATALOGUE = messages.CATALOGUE
OWN = [
    path
    for path in sorted(WEB.rglob("*"))
    if path.suffix in {".css", ".js", ".html", ".svg"} and "vendor" not in path.parts
]


def danish():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="da")


def key(message):
    return message.context, message.id


def test_every_text_is_there_in_danish_and_none_is_guessed():
    for message in danish():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not (message.id and message.fuzzy), message.id


def test_the_catalogue_holds_exactly_what_the_pages_ask_for():
    wanted = {key(message) for message in messages.wanted() if message.id}
    assert {key(message) for message in danish() if message.id} == wanted


def test_a_translation_fills_the_same_gaps_as_the_original():
    gaps = re.compile(r"%\(\w+\)s|\{\w+\}|<\w+:\w+>")
    for message in danish():
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            for original, translated in zip(ids, forms, strict=True):
                assert sorted(gaps.findall(original)) == sorted(gaps.findall(translated))


def test_every_long_text_is_there_in_both_languages():
    for folder in ("public/templates/public/texts", "publication/templates/publication/methods"):
        names = {
            language: {path.name for path in (WEB / folder / language).glob("*.html")}
            for language in ("da", "en")
        }
        assert names["da"] == names["en"] != set()


@pytest.mark.parametrize("path", OWN, ids=str)
def test_a_file_of_the_pages_is_short_and_names_no_other_host(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") < (120 if path.suffix == ".html" else 200)
    assert (
        re.findall(r"(?:https?:)?//[\w-]+\.\w{2,}", text.replace("www.w3.org/2000/svg", "")) == []
    )
