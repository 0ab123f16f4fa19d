"""Examples to copy, each whole: what is written here runs against this very site."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop

SHELL, PYTHON, R = "shell", "python", "r"


@dataclass(frozen=True, slots=True)
class Example:
    """What it does, in which language it is written, and the code with the site's own addresses."""

    name: str
    title: str
    language: str
    code: str

    @property
    def language_name(self) -> str:
        return {SHELL: "curl", PYTHON: "Python", R: "R"}[self.language]


_METRES = "http://www.opengis.net/def/crs/EPSG/0/25832"
_EXAMPLES = (
    Example(
        "figures",
        gettext_noop("The figures of every municipality"),
        SHELL,
        'curl --fail --silent "{site}/api/v1/need?threshold=100/30"',
    ),
    Example(
        "unchanged",
        gettext_noop("Fetch again only when something has changed"),
        SHELL,
        """curl --fail --silent --etag-save need.etag --output need.json "{site}/api/v1/need"
curl --fail --silent --etag-compare need.etag --output new.json \\
  --write-out "%{{http_code}}" "{site}/api/v1/need\"""",
    ),
    Example(
        "municipality",
        gettext_noop("One municipality"),
        PYTHON,
        """import json
from urllib.request import urlopen

with urlopen("{site}/api/v1/need?threshold=100/30&edition={edition}") as answer:
    need = json.load(answer)
for area in need["areas"]:
    if area["name"] == "Sorø":
        # A number, "withheld", or None where it is unknown.
        print(area["name"], area["below"], need["origin"]["as_of"])""",
    ),
    Example(
        "pages",
        gettext_noop("A long list, page by page, from one and the same edition"),
        PYTHON,
        """import json
import re
from urllib.request import urlopen

there, rows = "{site}/api/v1/postcodes?limit=100", []
while there:
    with urlopen(there) as answer:
        rows += json.load(answer)
        link = re.match(r'<(.+?)>; rel="next"', answer.headers.get("Link", ""))
    there = link and link.group(1)
print(len(rows), "postcodes")""",
    ),
    Example(
        "duckdb",
        gettext_noop("The Parquet file in DuckDB"),
        PYTHON,
        """from urllib.request import urlretrieve

import duckdb

urlretrieve("{site}/data/{edition}/need_municipalities.parquet", "need.parquet")
print(duckdb.sql(\"\"\"
    SELECT municipality_name, addresses, below, share_below
    FROM 'need.parquet'
    WHERE threshold = '100/30' AND counting = 'fixed' AND "when" = 'now' AND "use" = 'all'
    ORDER BY municipality_name
\"\"\"))""",
    ),
    Example(
        "box",
        gettext_noop("The hexagons of one municipality in metres (EPSG:25832)"),
        SHELL,
        f'curl --fail --silent --get "{{site}}/ogc/collections/hexagons/items" \\\n'
        f'  --data "municipality=0340" --data "limit=10" --data "crs={_METRES}"',
    ),
    Example(
        "gdal",
        gettext_noop("The white spots by GDAL"),
        PYTHON,
        """import pyogrio

told, _, shapes, _ = pyogrio.raw.read("OAPIF:{site}/ogc/", layer="white-spots", CRS="EPSG:25832")
print(len(shapes), "white spots in", told["crs"])""",
    ),
    Example(
        "r",
        gettext_noop("Figures and map"),
        R,
        """library(jsonlite)
library(sf)

need <- fromJSON("{site}/api/v1/need?threshold=100/30")
need$areas[c("name", "below", "share_below")]

spots <- st_read("{site}/data/{edition}/white_spots.fgb")
plot(st_geometry(spots))""",
    ),
)


def examples(site: str, edition: str) -> tuple[Example, ...]:
    """The examples with the addresses of this site and the name of an edition written in."""
    return tuple(
        Example(one.name, one.title, one.language, one.code.format(site=site, edition=edition))
        for one in _EXAMPLES
    )
