"""Gather the texts of the pages into the Danish catalogue, and compile it."""

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
CATALOGUE = WEB / "project/locale/da/LC_MESSAGES/django.po"

# No gettext needs to be installed on the machine: Babel reads and writes the catalogue.
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


def main(what: str) -> None:
    """Do what is asked: `gather` or `compile`."""
    if what == "gather":
        gather()
    elif what == "compile":
        compile_catalogue()
    else:
        sys.exit("usage: python setup/messages.py gather|compile")


def gather() -> None:
    """Add new texts, drop those no longer used; nothing is guessed, so nothing is fuzzy."""
    catalogue = _read() if CATALOGUE.exists() else Catalog(locale="da")
    template = wanted()
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        file.write(_HEADER)
        write_po(
            file, catalogue, width=_WIDTH, no_location=True, sort_output=True, omit_header=True
        )
    missing = [one.id for one in catalogue if one.id and not _is_whole(one.string)]
    print(f"Gathered {len(catalogue)} texts; {len(missing)} are not yet in Danish.")


def compile_catalogue() -> None:
    """Write the compiled catalogue that Django reads."""
    target = CATALOGUE.with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, _read())
    print(f"Compiled {target.relative_to(ROOT)}.")


def wanted() -> Catalog:
    """Every text the pages ask for, found in the Python files and in the templates."""
    catalogue = Catalog(locale="da", project="digital-taskforce", charset="utf-8")
    for source in sorted(WEB.rglob("*.py")):
        _collect(catalogue, source.read_text(encoding="utf-8"))
    for template in sorted(WEB.rglob("templates/**/*.*")):
        _collect(catalogue, _as_python(template))
    return catalogue


def _collect(catalogue: Catalog, text: str) -> None:
    for _line, message, comments, context in _messages(text):
        catalogue.add(message, context=context, auto_comments=comments)


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


def _read() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="da")


def _is_whole(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    forms = [translation] if isinstance(translation, str) else translation or []
    return bool(forms) and all(forms)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
