"""`taskforce rules`: prove the rulebook, list its facts, write a page for each rule."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from taskforce.cli.answers import write_json


@click.group()
def command() -> None:
    """Look into the rulebook."""


@command.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
def validate(folder: Path | None) -> None:
    """Prove every rule: form, conditions, facts, dates, sources, both languages."""
    from taskforce.rules.proving import faults
    from taskforce.rules.rulebook_files import FOLDER, read_rulebook

    book = read_rulebook(folder or FOLDER)
    found = list(faults(book))
    for fault in found:
        file, line = book.places.get(fault.where, ("", 0))
        place = f"{file}, row {line}, " if file else ""
        click.echo(f"{place}{fault.where}: {fault.what} {fault.remedy}", err=True)
    if found:
        sys.exit(1)
    click.echo(
        f"The rulebook holds: {len(book.rules)} rules, {len(book.facts)} facts, "
        f"{len(book.versions)} versions of the guidelines, {len(book.practice.values)} local "
        f"values. Fingerprint {book.fingerprint}."
    )


@command.command()
@click.option("--case", "kind", type=click.Choice(["dig", "mast", "lease", "grant"]))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--language", type=click.Choice(["da", "en"]), default="da", show_default=True)
def facts(kind: str | None, form: str, language: str) -> None:
    """List the facts: name, unit, meaning, and how to find each one out."""
    from taskforce.rules.fact_table import as_objects, as_table
    from taskforce.rules.rulebook_files import the_rulebook

    book = the_rulebook()
    if form == "json":
        write_json(as_objects(book, kind))
    else:
        click.echo(as_table(book, kind, language=language))


@command.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--language", type=click.Choice(["da", "en"]), default="da", show_default=True)
def pages(folder: Path, language: str) -> None:
    """Write a page (Markdown) for each rule."""
    from taskforce.rules.rule_page import rule_page
    from taskforce.rules.rulebook_files import the_rulebook

    book = the_rulebook()
    folder.mkdir(parents=True, exist_ok=True)
    for rule in book.rules.values():
        page = rule_page(rule, language=language)
        (folder / f"{rule.id}.md").write_text(page, encoding="utf-8")
    click.echo(f"{len(book.rules)} pages in {folder}")
