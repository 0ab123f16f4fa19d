"""Danish words are quoted »thus«, the way that points inwards, and never as English ones are."""

import ast
import re

from setup import messages
from tests.house.source_files import ROOT, ours, shown

# A straight mark is neither, and in a text of ours it is a slip of the keyboard.
NOT_DANISH, NOT_ENGLISH = re.compile('[“”„"]'), re.compile("[»«]")
LONG_TEXTS = ("public/templates/public/texts/da", "publication/templates/publication/methods/da")
BETWEEN_TAGS = re.compile(r"(?:<[^>]*>|{%.*?%}|{{.*?}}|\s)+", re.DOTALL)


def test_the_texts_of_the_pages_are_quoted_each_in_its_own_way():
    wrong = []
    for path in messages.catalogues():
        for message in messages.read(path):
            danish, english = (
                part if isinstance(part, tuple) else (part,)
                for part in (message.string, message.id)
            )
            if any(map(NOT_DANISH.search, danish)) or any(map(NOT_ENGLISH.search, english)):
                wrong.append((shown(path), message.id))
    assert wrong == []


def test_the_long_danish_texts_are_quoted_the_danish_way():
    paths = [path for folder in LONG_TEXTS for path in ours("*.html", messages.WEB / folder)]
    assert len(paths) > 5
    wrong = {shown(path): NOT_DANISH.findall(words(path)) for path in paths}
    assert {path: found for path, found in wrong.items() if found} == {}


def words(path):
    return BETWEEN_TAGS.sub(" ", path.read_text(encoding="utf-8"))


def test_texts_in_both_languages_are_quoted_each_in_its_own_way():
    wrong = []
    for path in ours("*.py", ROOT / "src"):
        for danish, english, line in texts(path):
            if NOT_DANISH.search(danish) or NOT_ENGLISH.search(english):
                wrong.append(f"{shown(path)}:{line}")
    assert wrong == []


def texts(path):
    """The constant words of every Text(danish, english) of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text"
        if named and len(node.args) == 2:
            danish, english = (_constants(part) for part in node.args)
            yield danish, english, node.lineno


def _constants(node):
    found = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return "".join(one for one in found if isinstance(one, str))
