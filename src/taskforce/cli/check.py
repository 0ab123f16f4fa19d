"""`taskforce check`: what the rules say of a dig, a mast or a lease, in one place or in all."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from taskforce.cli.answers import write_json


@click.command(
    epilog="""\b
Examples:
  taskforce check dig.yaml --municipality 0340
  taskforce check mast.yaml --everywhere --language en
  taskforce check dig.json --municipality 0376 --on 2026-11-02 --format json
"""
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FACTS.yaml")
@click.option("--municipality", metavar="CODE", help="The municipality's code, e.g. 0340.")
@click.option("--everywhere", is_flag=True, help="Ask in every municipality of the region.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day whose rules count; today if not given.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for reading; JSON for machines.",
)
@click.option("--language", type=click.Choice(["da", "en"]), default="da", show_default=True)
def command(
    *,
    file: Path,
    municipality: str | None,
    everywhere: bool,
    on: datetime | None,
    form: str,
    language: str,
) -> None:
    """Check one case against the digging and mast rules.

    FACTS.yaml holds "name: value" lines, among them case: dig, mast or lease. What is left out is
    unknown. `taskforce rules facts` lists the facts. Without --municipality, all are asked.
    """
    from taskforce.rules import check
    from taskforce.rules.as_object import as_object
    from taskforce.rules.as_text import all_as_text, as_text
    from taskforce.rules.facts import read_facts
    from taskforce.rules.rulebook_files import the_rulebook
    from taskforce.vocabulary.errors import WrongUse

    if municipality and everywhere:
        raise WrongUse("One municipality, or everywhere?", remedy="Give only one of the two.")
    book = the_rulebook()
    facts = read_facts(file, book=book)
    day = on.date() if on else date.today()  # noqa: DTZ011 - the day of the machine is what is meant
    if municipality:
        answer = check.check(facts, book=book, municipality=municipality, on=day)
        if form == "json":
            write_json(as_object(answer))
        else:
            click.echo(as_text(answer, facts=book.facts, language=language))
        return
    answers = check.everywhere(facts, book=book, on=day)
    if form == "json":
        write_json([as_object(answer) for answer in answers])
    else:
        click.echo(all_as_text(answers, language=language))
