"""Reads a YAML or JSON file so that every complaint can name the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from taskforce.vocabulary.errors import Refused

# A rulebook's largest file is some 60 kB; a thousand times a facts file.
LARGEST_BYTES = 1_000_000
DEEPEST = 12
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """The content of a file, and the line on which each part of it stands."""

    path: Path
    content: Any
    lines: Mapping[Place, int]

    def refused(self, place: Place, message: str, *, remedy: str) -> Refused:
        """A complaint about one part of the file, with its line."""
        while place and place not in self.lines:
            place = place[:-1]
        where = f'"{place[-1]}": ' if place else ""
        return Refused(
            f"{where}{message}", remedy=remedy, file=self.path, row=self.lines.get(place, 1)
        )


def read_yaml(path: Path) -> YamlFile:
    """Read a file; anchors, double keys, huge and deep files are refused.

    Raises
    ------
    Refused
        The file cannot be read; names file, line and remedy.
    """
    text = _text(path)
    try:
        node = yaml.compose(text, Loader=_Loader)
        _without_aliases(text, path)
        lines: dict[Place, int] = {}
        if node is not None:
            _note_lines(node, (), lines, path)
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 - _Loader is a safe loader
    except Refused:
        raise
    except yaml.MarkedYAMLError as error:
        raise _unreadable(path, error) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Refused(
            f"This is no readable YAML: {error}.", remedy="Correct the file.", file=path, row=1
        ) from None
    return YamlFile(path, content, lines)


class _Loader(yaml.CSafeLoader):
    """The safe loader with the scalars of YAML 1.2: `on` and `no` are words, 0340 is no octal."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?(0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("timestamp", r"\d{4}-\d\d-\d\d", "0123456789"),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_form})$"), list(_first)
    )


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        if len(raw) > LARGEST_BYTES:
            raise Refused(
                f"The file is larger than {LARGEST_BYTES:,} bytes.",
                remedy="Give one case in each file.",
                file=path,
            )
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise Refused(
            f"The file cannot be opened: {error.strerror}.",
            remedy="Check its name.",
            file=path,
        ) from None
    except UnicodeDecodeError:
        raise Refused(
            "The file is not text in UTF-8.", remedy="Save it as UTF-8.", file=path
        ) from None


def _without_aliases(text: str, path: Path) -> None:
    # An alias can blow a small file up to any size, and nobody needs one here.
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            raise Refused(
                "References within the file (& and *) are not used here.",
                remedy="Write the value out.",
                file=path,
                row=token.start_mark.line + 1,
            )


def _note_lines(node: yaml.Node, place: Place, lines: dict[Place, int], path: Path) -> None:
    lines[place] = node.start_mark.line + 1
    if len(place) > DEEPEST:
        raise Refused("The file nests too deep.", remedy="Flatten it.", file=path, row=lines[place])
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _note_lines(item, (*place, index), lines, path)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            within = (*place, str(key.value))
            if within in lines:
                raise Refused(
                    f'"{key.value}" stands twice.',
                    remedy=f"Keep one; the first is on line {lines[within]}.",
                    file=path,
                    row=key.start_mark.line + 1,
                )
            _note_lines(value, within, lines, path)
            lines[within] = key.start_mark.line + 1


def _unreadable(path: Path, error: yaml.MarkedYAMLError) -> Refused:
    mark = error.problem_mark or error.context_mark
    return Refused(
        f"This is no readable YAML: {error.problem or error.context}.",
        remedy="Correct the line; a text with a colon or a quotation mark needs quotes.",
        file=path,
        row=mark.line + 1 if mark else 1,
    )
