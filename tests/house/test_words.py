"""The code explains itself: every file opens with a sentence, every public function has a page."""

import ast
import re

from tests.house.source_files import ANALYSIS, ROOT, SOURCE, ours, shown

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError")


def test_every_module_opens_with_a_sentence():
    silent = []
    for path in ours("*.py", ROOT / "src"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        sentence = (ast.get_docstring(tree) or "").split("\n\n")[0]
        if tree.body and not sentence.rstrip().endswith((".", ":", "?")):
            silent.append(shown(path))
    assert silent == []


def public_functions(*rooms):
    for path in ours("*.py", *(SOURCE / room for room in rooms)):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{shown(path)}:{node.name}", node


def test_every_public_analysis_function_is_described():
    described = {name: ast.get_docstring(node) for name, node in public_functions(*ANALYSIS)}
    assert described
    assert [name for name, docstring in described.items() if docstring is None] == []


def test_the_functions_that_make_figures_say_what_goes_in_and_comes_out():
    missing = []
    for name, node in public_functions("need"):
        text = ast.get_docstring(node) or ""
        parameters = node.args.args or node.args.kwonlyargs
        if (parameters and "Parameters\n---" not in text) or "Returns\n---" not in text:
            missing.append(name)
    assert missing == []


def test_nothing_is_left_unfinished():
    walked = ours("*.py", ROOT / "src", ROOT / "setup", ROOT / "benchmarks")
    assert [
        shown(path) for path in walked if UNFINISHED.search(path.read_text(encoding="utf-8"))
    ] == []
