"""Reads the rulebook from its folder; a fault is named with its line, and stops the reading."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from taskforce.rules.answer import Contact
from taskforce.rules.fact import Fact, Term
from taskforce.rules.practice import LocalValue, Practice
from taskforce.rules.rule import Rule
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.version import Version
from taskforce.rules.yaml_file import YamlFile, read_yaml
from taskforce.vocabulary.errors import Refused

FOLDER = Path(__file__).resolve().parents[3] / "rulebooks"
_T = TypeVar("_T")
_Places = dict[str, tuple[str, int]]

_FACTS = TypeAdapter(dict[str, Fact])
_TERMS = TypeAdapter(dict[str, Term])
_RULES = TypeAdapter(tuple[Rule, ...])
_VERSIONS = TypeAdapter(tuple[Version, ...])
_CONTACTS = TypeAdapter(dict[str, Contact])
_VALUES = TypeAdapter(tuple[LocalValue, ...])
_PARTS = ("facts", "terms", "rules", "versions", "contacts", "values", "municipality", "cases")


def the_rulebook() -> Rulebook:
    """The rulebook of this installation, proved once: `rulebooks/`, or TASKFORCE_RULEBOOKS."""
    return _proved(Path(os.environ.get("TASKFORCE_RULEBOOKS") or FOLDER))


@lru_cache(maxsize=2)
def _proved(folder: Path) -> Rulebook:
    from taskforce.rules.proving import prove

    book = read_rulebook(folder)
    prove(book)
    return book


def read_rulebook(folder: Path) -> Rulebook:
    """Every rule, fact, version and known local value of a folder.

    Raises
    ------
    Refused
        The first fault, with file, line and remedy.
    """
    paths = [path for path in sorted(folder.rglob("*.yaml")) if "cases" not in path.parts]
    if not paths:
        raise Refused(f"There is no rulebook in {folder}.", remedy="Set TASKFORCE_RULEBOOKS.")
    files = [_parts_of(read_yaml(path)) for path in paths]
    places: _Places = {}
    rules = _keyed(files, places)
    return Rulebook(
        rules=rules,
        facts=_merged(files, "facts", _FACTS),
        terms=_merged(files, "terms", _TERMS),
        versions=tuple(v for file in files for v in _part(file, "versions", _VERSIONS)),
        contacts=_merged(files, "contacts", _CONTACTS),
        practice=Practice(tuple(value for file in files for value in _local(file))),
        fingerprint=_fingerprint(folder, paths),
        places=places,
    )


def _parts_of(file: YamlFile) -> YamlFile:
    content = file.content if file.content is not None else {}
    if not isinstance(content, dict):
        raise file.refused((), "This is no part of a rulebook.", remedy="Begin with rules:.")
    strange = set(map(str, content)) - set(_PARTS)
    if strange:
        name = min(strange)
        raise file.refused((name,), "is no part of a rulebook.", remedy=f"Use {', '.join(_PARTS)}.")
    return replace(file, content=content)


def _part(file: YamlFile, part: str, form: TypeAdapter[_T]) -> _T:
    given = file.content.get(part)
    try:
        return form.validate_python(given if given is not None else _nothing(form))
    except ValidationError as error:
        first = error.errors()[0]
        place = (part, *(step for step in first["loc"] if not str(step).startswith("function")))
        raise file.refused(
            place, f"{first['msg']}.", remedy="See docs/rulebook.md for the form."
        ) from None


def _nothing(form: TypeAdapter[Any]) -> Any:
    return () if form in (_RULES, _VERSIONS, _VALUES) else {}


def _keyed(files: Iterable[YamlFile], places: _Places) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for file in files:
        found: tuple[Rule, ...] = _part(file, "rules", _RULES)
        for index, rule in enumerate(found):
            if rule.id in rules:
                raise file.refused(
                    ("rules", index, "id"),
                    f"{rule.id} stands twice in the rulebook.",
                    remedy=f"The first is in {places[rule.id][0]}; keep one.",
                )
            rules[rule.id] = rule
            places[rule.id] = (str(file.path), file.lines["rules", index])
    return rules


def _merged(
    files: Iterable[YamlFile], part: str, form: TypeAdapter[dict[str, _T]]
) -> dict[str, _T]:
    merged: dict[str, _T] = {}
    for file in files:
        found = _part(file, part, form)
        for name in found.keys() & merged.keys():
            raise file.refused((part, name), "stands twice.", remedy="Keep one of them.")
        merged |= found
    return merged


def _local(file: YamlFile) -> tuple[LocalValue, ...]:
    values = _part(file, "values", _VALUES)
    code = file.content.get("municipality")
    if values and not isinstance(code, str):
        raise file.refused(
            ("municipality",),
            "The file does not say whose values these are.",
            remedy='Write municipality: "0376", with quotes.',
        )
    return tuple(replace(value, municipality=code) for value in values)


def _fingerprint(folder: Path, paths: Iterable[Path]) -> str:
    sums = sha256()
    for path in paths:
        sums.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return sums.hexdigest()[:12]
