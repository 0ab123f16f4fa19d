"""Every text is there in Danish, and the pages' own files keep to their size and their place."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from django.apps import apps as django_apps
from django.conf import settings

from setup import messages

WEB = Path("src/taskforce/web")
OWN = [
    path
    for path in sorted(WEB.rglob("*"))
    if path.suffix in {".css", ".js", ".html", ".svg"} and "vendor" not in path.parts
]


def danish():
    """Every text of every app: the app's name, and the text."""
    return [
        (app, message)
        for app in messages.apps()
        if messages.catalogue(app).exists()
        for message in messages.read(messages.catalogue(app))
        if message.id
    ]


def forms(message):
    """The English forms of a text, each with its Danish."""
    english = message.id if isinstance(message.id, tuple) else (message.id,)
    translated = message.string if isinstance(message.string, tuple) else (message.string,)
    return list(zip(english, translated, strict=True))


def keys(catalogue):
    return {(message.context, message.id) for message in catalogue if message.id}


def test_every_text_is_there_in_danish_and_none_is_guessed():
    assert danish()
    for app, message in danish():
        assert all(translated for _english, translated in forms(message)), (app, message.id)
        assert not message.fuzzy, (app, message.id)


@pytest.mark.parametrize("app", messages.apps())
def test_a_catalogue_holds_exactly_what_its_app_asks_for(app):
    wanted, path = keys(messages.wanted(app)), messages.catalogue(app)
    assert path.exists() == bool(wanted)
    assert not wanted or keys(messages.read(path)) == wanted


def test_no_page_and_no_catalogue_is_outside_the_apps():
    kinds = {".py", ".html", ".txt", ".po"}
    found = {path.relative_to(WEB) for path in WEB.rglob("*") if path.suffix in kinds}
    assert {path.parts[0] for path in found} - {"__init__.py"} == set(messages.apps())
    catalogues = {WEB / path for path in found if path.suffix == ".po"}
    assert catalogues == {path.relative_to(messages.ROOT) for path in messages.catalogues()}


def test_every_catalogue_is_where_the_web_looks_for_it():
    looked_in = {Path(app.path) / "locale" for app in django_apps.get_app_configs()}
    looked_in |= set(settings.LOCALE_PATHS)
    assert {path.parents[2] for path in messages.catalogues()} <= looked_in


def test_the_same_words_are_the_same_danish_in_every_app():
    said = defaultdict(lambda: defaultdict(list))
    for app, message in danish():
        for english, translated in forms(message):
            said[message.context, english][translated].append(app)
    assert {english: dict(by) for english, by in said.items() if len(by) > 1} == {}


def test_a_translation_fills_the_same_gaps_as_the_original():
    gaps = re.compile(r"%\(\w+\)s|\{\w+\}|<\w+:\w+>")
    for app, message in danish():
        for english, translated in forms(message):
            assert sorted(gaps.findall(english)) == sorted(gaps.findall(translated)), app


@pytest.fixture
def two_apps(tmp_path, monkeypatch):
    """A web of two apps that say the same thing, of which one has it in Danish."""
    monkeypatch.setattr(messages, "WEB", tmp_path)
    for app in ("first", "second"):
        (tmp_path / app).mkdir()
        (tmp_path / app / "__init__.py").write_text('gettext("Good day")')
    messages.gather(["first"])
    path = messages.catalogue("first")
    path.write_text(path.read_text().replace('msgstr ""\n\n', 'msgstr "Goddag"\n\n'))


def test_gathering_one_app_leaves_the_others_and_takes_over_their_danish(two_apps):
    before = messages.catalogue("first").read_bytes()
    messages.gather(["second"])
    assert messages.read(messages.catalogue("second")).get("Good day").string == "Goddag"
    assert messages.catalogue("first").read_bytes() == before


def test_gathering_drops_what_is_no_longer_said_and_the_catalogue_with_the_last_text(two_apps):
    said = messages.WEB / "first/__init__.py"
    said.write_text('gettext("Good day")\ngettext("Farewell")')
    messages.gather(["first"])
    assert keys(messages.read(messages.catalogue("first"))) == {
        (None, "Good day"),
        (None, "Farewell"),
    }
    said.write_text('gettext("Good day")')
    messages.gather(["first"])
    assert messages.read(messages.catalogue("first")).get("Good day").string == "Goddag"
    assert len(messages.read(messages.catalogue("first"))) == 1
    said.write_text("")
    messages.gather(["first"])
    assert not messages.catalogue("first").exists()


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
