"""Every page of the public web, in both languages, and the ways of looking at it."""

from __future__ import annotations

from tests.small_region import NEEDY_ID, SERVED_ID, UNTOLD_ID

METHODS = {
    "tal/behov/": "figures/need/",
    "tal/hvide-pletter/": "figures/white-spots/",
    "tal/udvikling/": "figures/change/",
    "tal/vaekst/": "figures/growth/",
    "tal/officielle-tal/": "figures/official-figures/",
    "tal/smaa-tal/": "figures/small-numbers/",
    "tal/loefter/": "figures/promises/",
}
PAGES = {
    "": "",
    "kort/": "map/",
    "kort/?when=then&threshold=1000-100": "map/?when=then&threshold=1000-100",
    "kort/?show=change": "map/?show=change",
    "kort/?show=count": "map/?show=count",
    "kommuner/": "municipalities/",
    "kommuner/?sort=-below&threshold=30-5&count=all": "municipalities/?sort=name&when=then",
    "kommuner/sammenlign/": "municipalities/compare/",
    "kommuner/sammenlign/?m=0340&m=0360": "municipalities/compare/?m=0340&m=0360",
    "kommuner/soroe/": "municipalities/soroe/",
    "kommuner/lolland/?threshold=1000-100&when=then": "municipalities/lolland/",
    "adresse/": "address/",
    "adresse/?q=skovvej": "address/?q=skovvej",
    "adresse/?q=ingensteds": "address/?q=nowhere",
    f"adresse/{SERVED_ID}/": f"address/{SERVED_ID}/",
    f"adresse/{NEEDY_ID}/": f"address/{NEEDY_ID}/",
    f"adresse/{UNTOLD_ID}/": f"address/{UNTOLD_ID}/",
    "tal/": "figures/",
    **METHODS,
    "manglende-daekning/": "missing-coverage/",
    "manglende-daekning/overblik/": "missing-coverage/overview/",
    "udrulningsplaner/": "rollout-plans/",
    "aabne-data/": "open-data/",
    "inspiration/": "inspiration/",
    "inspiration/?q=mast": "inspiration/?q=mast",
    "inspiration/begynd-her/": "inspiration/start-here/",
    "om/": "about/",
    "tilgaengelighed/": "accessibility/",
    "privatliv/": "privacy/",
    "ordliste/": "glossary/",
}
DANISH = [f"/{page}" for page in PAGES]
ENGLISH = [f"/en/{page}" for page in PAGES.values()]
