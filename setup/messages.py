"""Gather the texts of the pages into each app's Danish catalogue, and compile them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "src/taskforce/web"
# A text is known by its context and its English words, in one form or in two.
Key = tuple[str | None, Any]

# No gettext needs to be installed on the machine: Babel reads and writes the catalogues.
# How gettext calls are written here: name of the function, and which argument is what.
KEYWORDS: dict[str, Any] = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_": None,
}
# Without dates and names, so that the file changes only when a text does.
_HEADER = b"""# Danish texts of the Digital Taskforce's pages; message ids are the English texts.
msgid ""
msgstr ""
"Language: da\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
_WIDTH = 100


def main(what: str, names: list[str]) -> None:
    """Do what is asked: `gather`, for the named apps or for all, or `compile`."""
    if what == "gather" and set(names) <= set(apps()):
        gather(names or apps())
    elif what == "compile" and not names:
        compile_catalogues()
    else:
        sys.exit(f"usage: python setup/messages.py gather [APP …] | compile; {', '.join(apps())}")


def apps() -> list[str]:
    """The names of the web's apps, each with texts of its own."""
    return sorted(folder.parent.name for folder in WEB.glob("*/__init__.py"))


def catalogue(app: str) -> Path:
    """Where the Danish texts of an app are; an app without texts has no such file."""
    return WEB / app / "locale/da/LC_MESSAGES/django.po"


def catalogues() -> list[Path]:
    """The Danish texts of every app that has some."""
    return sorted(WEB.glob("*/locale/da/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    """One app's Danish texts."""
    with path.open("rb") as file:
        return read_po(file, locale="da")


def gather(names: list[str]) -> None:
    """Add new texts, drop those no longer used; nothing is guessed, so nothing is fuzzy."""
    known = _known()
    for app in names:
        texts = read(catalogue(app)) if catalogue(app).exists() else Catalog(locale="da")
        texts.update(wanted(app), no_fuzzy_matching=True, update_header_comment=False)
        texts.obsolete.clear()
        _fill(texts, known)
        _write(texts, catalogue(app))
        missing = [one for one in texts if one.id and not _is_whole(one.string)]
        print(f"{app}: gathered {len(texts)} texts; {len(missing)} are not yet in Danish.")


def compile_catalogues() -> None:
    """Write the compiled catalogues that Django reads."""
    for path in catalogues():
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, read(path))
    print(f"Compiled {len(catalogues())} catalogues.")


def wanted(app: str) -> Catalog:
    """Every text an app asks for, found in its Python files and in its templates."""
    texts = Catalog(locale="da", project="digital-taskforce", charset="utf-8")
    for source in sorted((WEB / app).rglob("*.py")):
        _collect(texts, source.read_text(encoding="utf-8"))
    for template in sorted((WEB / app).rglob("templates/**/*.*")):
        _collect(texts, _as_python(template))
    return texts


def _known() -> dict[Key, Any]:
    texts = [one for path in catalogues() for one in read(path) if one.id]
    return {(one.context, one.id): one.string for one in texts if _is_whole(one.string)}


def _fill(texts: Catalog, known: dict[Key, Any]) -> None:
    # The same words are the same Danish in every app, so nobody translates them twice.
    for one in texts:
        if one.id and not _is_whole(one.string):
            one.string = known.get((one.context, one.id), one.string)


def _write(texts: Catalog, path: Path) -> None:
    if not len(texts):
        path.unlink(missing_ok=True)
        path.with_suffix(".mo").unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(_HEADER)
        write_po(file, texts, width=_WIDTH, no_location=True, sort_output=True, omit_header=True)


def _collect(texts: Catalog, text: str) -> None:
    for _line, message, comments, context in _messages(text):
        texts.add(message, context=context, auto_comments=comments)


def _messages(text: str) -> Iterator[tuple[int, Any, list[str], str | None]]:
    yield from extract("python", BytesIO(text.encode()), KEYWORDS, ("Translators:",))


def _as_python(template: Path) -> str:
    """Turn a template into lines that an extractor for Python can read."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure(USE_I18N=True)
    python = templatize(template.read_text(encoding="utf-8"), origin=str(template))
    return "\n".join(line.strip() for line in python.splitlines()) + "\n"


def _is_whole(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    forms = [translation] if isinstance(translation, str) else translation or []
    return bool(forms) and all(forms)


if __name__ == "__main__":
    main("".join(sys.argv[1:2]), sys.argv[2:])
