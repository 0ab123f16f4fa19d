"""Hands an answer over: to people as a table, to machines as JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, Threshold
from taskforce.vocabulary.technology import Counting, counted

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Snapshot

Record = Mapping[str, Any]
Command = Callable[..., None]


class ThresholdType(click.ParamType[Threshold]):
    """A threshold such as 100/30 on the command line."""

    name = "down/up"

    def convert(
        self, value: str | Threshold, param: click.Parameter | None, ctx: click.Context | None
    ) -> Threshold:
        if isinstance(value, Threshold):
            return value
        try:
            return Threshold.parse(value)
        except WrongUse as error:
            self.fail(str(error), param, ctx)


def threshold_option() -> Callable[[Command], Command]:
    """The option --threshold, the same for every command."""
    return click.option(
        "--threshold",
        type=ThresholdType(),
        default=DEFAULT_THRESHOLD.label,
        show_default=True,
        help="Lowest download and upload speed in Mbit/s that counts as proper internet.",
    )


def count_option() -> Callable[[Command], Command]:
    """The option --count, the same for every command."""
    return click.option(
        "--count",
        "counting",
        type=click.Choice([each.value for each in Counting]),
        default=Counting.FIXED.value,
        show_default=True,
        help="Count fixed technologies only, or all (mobile and satellite too).",
    )


def format_option(*others: str) -> Callable[[Command], Command]:
    """The option --format: a table for people, JSON and the `others` for machines."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", *others, "json"]),
        default="table",
        show_default=True,
        help="A table for reading; the others for machines.",
    )


def snapshot_option() -> Callable[[Command], Command]:
    """The option --snapshot, the same for every command."""
    return click.option(
        "--snapshot",
        "snapshot_id",
        default="latest",
        show_default=True,
        metavar="ID",
        help="A snapshot's id, or the beginning of it.",
    )


def write_json(content: object) -> None:
    """Print JSON, and nothing but JSON, on standard output."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))


def write_csv(records: Sequence[Record], columns: Sequence[str]) -> None:
    """Print CSV with a header; an unknown value is an empty field."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    click.echo(text.getvalue(), nl=False)


def write_table(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    totals: Sequence[Sequence[str]] = (),
) -> None:
    """Print a table for reading: words to the left, numbers to the right, sums below a line."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(title), title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for column in columns:
        table.add_column(
            column, justify="left" if column in _WORDS else "right", no_wrap=column in _WHOLE
        )
    for row in rows:
        table.add_row(*map(escape, row))
    if totals:
        table.add_section()
    for row in totals:
        table.add_row(*map(escape, row), style="bold")
    Console().print(table)


_WORDS = frozenset(
    {"Area", "Name", "Use", "Id", "Municipality", "Nearest served", "Best offered there", "Change"}
)
# Names that must never be broken or shortened, however narrow the terminal.
_WHOLE = frozenset({"Area", "Id", "Municipality"})


def number(count: int) -> str:
    """A whole number with a thin mark at each thousand."""
    return f"{count:,}"


def share(part: float | None) -> str:
    """A share in percent with two decimals; small numbers matter here. Unknown stays a word."""
    return "unknown" if part is None else f"{part:.2%}"


def origin(snapshot: Snapshot, counting: Counting) -> str:
    """One sentence on where the figures come from, and what was counted."""
    label = snapshot.manifest.provenance
    names = ", ".join(each.label.en for each in counted(counting, snapshot.technologies))
    demonstration = "Demonstration data. " if snapshot.manifest.demonstration else ""
    return (
        f"{demonstration}Snapshot {snapshot.id}, as of {label.as_of:%-d %B %Y}. "
        f"Source: {label.publisher}, {label.title} ({label.certainty.label.en}). "
        f"Counted: {names or 'no technology is reported'}."
    )
