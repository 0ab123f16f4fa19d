"""Show the drawings of a report on its page, and lead to each as a picture."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from taskforce.report.dossier.content import Cell, Chart, Report, Sentence, Table

register = template.Library()


@register.simple_tag
def drawing(chart: Chart) -> SafeString:
    """The chart for the desk and, where it is drawn for one, for the phone."""
    return mark_safe(chart.svg + chart.narrow)  # noqa: S308 - our own drawing, escaped


@register.filter
def certified_words(sentence: Sentence) -> SafeString:
    """The sentence, in which each number is the quiet link to its own certificate."""
    return format_html_join("", "{}", ((certified_word(one),) for one in sentence.parts))


@register.filter
def certified_word(part: Cell) -> str:
    """A number that leads to its certificate, or words as they stand."""
    if not part.proof:
        return part.words
    return format_html('<a class="certified" href="{}">{}</a>', part.proof, part.words)


@register.simple_tag
def figure_class(table: Table, column: int) -> SafeString:
    """Figures are set to the right."""
    return SafeString(' class="figure"' if table.columns[column].is_figure else "")


@register.simple_tag
def picture_links(report: Report, chart: Chart) -> SafeString:
    """The same chart as a picture; nothing where the report is not for everybody."""
    if not report.place:
        return SafeString("")
    return format_html(
        '{} <a href="{}">PNG<span class="sr-only"> {}</span></a>, '
        '<a href="{}">SVG<span class="sr-only"> {}</span></a>',
        gettext("Take it as a picture:"),
        picture_address(report.place, chart.identity, "png"),
        chart.title,
        picture_address(report.place, chart.identity, "svg"),
        chart.title,
    )


@register.simple_tag
def picture_path(report: Report, chart: Chart, kind: str) -> str:
    """Where a chart of a report lies as a picture."""
    return picture_address(report.place, chart.identity, kind)


def picture_address(place: str, name: str, kind: str) -> str:
    """Where a chart of a place lies as a picture."""
    where = {"name": name, "kind": kind}
    if place == "region":
        return reverse("picture-region", kwargs=where)
    return reverse("picture-municipality", kwargs=where | {"slug": place})
