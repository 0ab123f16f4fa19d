"""No room swells: when a wall is hit, a new file is named after the idea that wants out."""

import ast

import pytest

from tests.house.source_files import ROOT, functions, ours, shown

CATCH_ALL_NAMES = {"utils", "helpers", "common", "core", "misc", "tools", "manager"}
WALLS = {"*.py": 300, "*.html": 120, "*.css": 200, "*.js": 200, "*.scss": 200}


@pytest.mark.parametrize(("pattern", "wall"), WALLS.items())
def test_no_file_is_longer_than_its_wall(pattern, wall):
    lengths = {
        shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ours(pattern)
    }
    assert lengths or pattern == "*.scss"
    assert {path: lines for path, lines in lengths.items() if lines > wall} == {}


def test_no_function_is_longer_than_forty_lines():
    swollen = {
        f"{shown(path)}:{function.name}": body_lines(function)
        for path in ours("*.py")
        for function in functions(path)
        if body_lines(function) > 40
    }
    assert swollen == {}


def body_lines(function):
    docstring = ast.get_docstring(function, clean=False)
    return (
        function.end_lineno - function.lineno + 1 - (docstring.count("\n") + 1 if docstring else 0)
    )


def test_no_file_or_folder_has_a_catch_all_name():
    names = {shown(path) for path in ours("*") if path.stem.lower() in CATCH_ALL_NAMES}
    assert names == set()


def test_the_walls_see_the_whole_house():
    seen = {shown(path).split("/")[0] for path in ours("*.py")}
    assert {"src", "tests", "setup", "benchmarks"} <= seen
    assert (ROOT / "pyproject.toml").exists()
