"""Read an uploaded list: the owner's own, or an extract of the building register."""

from __future__ import annotations

from pathlib import Path

from taskforce.siting.site_list.listed import SiteList
from taskforce.siting.site_list.proposals import propose
from taskforce.siting.site_list.reading import read_site_list
from taskforce.vocabulary.errors import Refused
from taskforce.web.people.models import Organisation
from taskforce.web.sites.models import Layout
from taskforce.web.sites.queries.whereabouts import boundaries

# What one request takes in before it is tired; the command line has no such limit.
MOST = 5_000


def read_list(file: Path, layout: Layout, owner: Organisation) -> SiteList:
    """The sites of a file, and the rows that are none.

    Raises
    ------
    Refused
        The file cannot be read, or holds more than 5,000 sites.
    """
    if layout == Layout.BBR:
        told = propose([file])
    else:
        outlines, code = boundaries(), owner.code or None
        told = read_site_list(file, boundaries=outlines, municipality=code)
    if len(told.sites) > MOST:
        raise Refused(
            f"The list holds {len(told.sites):,} sites; {MOST:,} are taken in at a time.",
            remedy="Divide the list, or collect it on the command line: taskforce collect sites.",
        )
    return told
