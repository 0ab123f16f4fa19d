"""What two municipalities of the demonstration say of themselves, and what their pictures show."""

from __future__ import annotations

PAGE = {
    "title_da": "Ingen i kommunen skal vente på internet, der virker",
    "title_en": "Nobody here should wait for an internet that works",
    "text_da": (
        "Vi vil have ordentligt internet og mobildækning til alle, også på landet.\n\n"
        "- **Én indgang:** Tovholderen svarer borgere, firmaer og teleselskaber.\n"
        "- **Fælles regler:** Vi tager regionens retningslinjer i brug, punkt for punkt.\n"
        "- **Vores egne steder:** Vi udbyder vandtårne og tage til antenner.\n\n"
        "Se, [hvem der deltager](page:participation), eller "
        "[meld et sted uden dækning](page:gap-report)."
    ),
    "text_en": (
        "We want proper internet and mobile coverage for everybody, also in the country.\n\n"
        "- **One point of entry:** the coordinator answers citizens, firms and operators.\n"
        "- **Common rules:** we take up the region's guidelines, clause by clause.\n"
        "- **Our own sites:** we offer water towers and roofs for antennas.\n\n"
        "See [who takes part](page:participation), or "
        "[report a place without coverage](page:gap-report)."
    ),
    "quote_da": "Vi svarer inden for to uger, også når svaret er, at vi ikke er i mål endnu.",
    "quote_en": "We answer within two weeks, also when the answer is that we are not there yet.",
    "quote_by_da": "Kommunens tovholder i demonstrationen",
    "quote_by_en": "The municipality's coordinator in the demonstration",
    "page_url": "https://example.org/daekning",
    "dig_url": "https://example.org/gravetilladelse",
    "mast_url": "https://example.org/master",
    "rent_method": "I",
    "rent_url": "https://example.org/lejemetode",
    "shows_plan": True,
}
STORY = {
    "title_da": "Vandtårnet, der gav en landsby dækning",
    "title_en": "The water tower that gave a village coverage",
    "text_da": (
        "Landsbyen lå i en lavning, og signalet gik hen over den. Et vandtårn tæt på stod tomt.\n\n"
        "## Det gjorde vi\n\n"
        "1. Vi satte tårnet på listen over offentlige ejendomme.\n"
        "2. Et teleselskab ville leje plads, og vi fandt lejen ud fra vurderingen.\n"
        "3. Vi samlede gravningen til strøm og fiber i én tilladelse.\n\n"
        "## Det lærte vi\n\n"
        "Det tog tid at finde ud af, hvem der måtte skrive under. Nu står det i handleplanen."
    ),
    "text_en": (
        "The village lay in a hollow, and the signal passed over it. A tower stood near.\n\n"
        "## What we did\n\n"
        "1. We put the tower on the list of public sites.\n"
        "2. An operator asked to lease a place, and we found the rent from the public valuation.\n"
        "3. We joined the digging for power and fibre in one permit.\n\n"
        "## What we learned\n\n"
        "It took time to find out who may sign. Now the action plan says so."
    ),
}
WAITS = {
    "title_da": "Sådan samler vi gravninger i én kalender",
    "text_da": "Alle, der graver, skriver det i kalenderen. Så kan to lægge rør i samme hul.",
}
NEIGHBOURS = {
    "title_da": "Vi bygger nettet sammen med dem, der bor her",
    "title_en": "We build the network together with those who live here",
    "text_da": (
        "Et teleselskab graver hellere til mange end til én. Derfor samler kommunen naboer, "
        "før der bliver gravet.\n\n"
        "1. **Saml gaden:** Vi hjælper med et brev og en liste.\n"
        "2. **Spørg flere:** Vi spørger alle teleselskaber på samme måde.\n"
        "3. **Grav én gang:** Vi samler fiber, vand og varme i samme rende."
    ),
    "text_en": (
        "An operator digs sooner for many than for one. That is why the municipality gathers "
        "neighbours before anybody digs.\n\n"
        "1. **Gather the street:** we help with a letter and a list.\n"
        "2. **Ask several:** we ask all operators in the same way.\n"
        "3. **Dig once:** we bring fibre, water and heat together in one trench."
    ),
    "quote_da": "Den billigste rende er den, vi kun graver én gang.",
    "quote_en": "The cheapest trench is the one we dig only once.",
    "quote_by_da": "Kommunens tovholder i demonstrationen",
    "quote_by_en": "The municipality's coordinator in the demonstration",
    "dig_url": "https://example.org/gravetilladelse",
}
TRENCH_STORY = {
    "title_da": "Femten naboer fik fiber i én uge",
    "title_en": "Fifteen neighbours got fibre in one week",
    "text_da": (
        "Vejen skulle alligevel op, fordi vandrørene var gamle. Kommunen spurgte teleselskaberne, "
        "før maskinerne kom.\n\n"
        "## Det gjorde vi\n\n"
        "1. Vi skrev gravningen i den fælles kalender et halvt år før.\n"
        "2. Et teleselskab lagde rør i samme rende og betalte sin del.\n"
        "3. Naboerne skrev sig på en liste, så selskabet vidste, hvem der ville med."
    ),
    "text_en": (
        "The road had to be opened anyway, for the water pipes were old. The municipality asked "
        "the operators before the machines came.\n\n"
        "## What we did\n\n"
        "1. We wrote the digging in the common calendar half a year before.\n"
        "2. An operator laid ducts in the same trench and paid its part.\n"
        "3. The neighbours signed a list, so that the operator knew who would join."
    ),
}
_CREDIT = {"photo_credit": "Digital Taskforce"}
MAST = {
    "photo_alt_da": "Tegning: en mast på en bakke, og tre huse i landskabet",
    "photo_alt_en": "Drawing: a mast on a hill, and three houses in the landscape",
    **_CREDIT,
}
TRENCH = {
    "photo_alt_da": "Tegning: et kabel i jorden, der fører hen til et hus",
    "photo_alt_en": "Drawing: a cable in the ground that leads to a house",
    **_CREDIT,
}
STREET = {
    "photo_alt_da": "Tegning: fem huse langs en vej, og ét kabel, der når dem alle",
    "photo_alt_en": "Drawing: five houses along a road, and one cable that reaches them all",
    **_CREDIT,
}
TOWER = {
    "photo_alt_da": "Tegning: et vandtårn med antenner over en landsby",
    "photo_alt_en": "Drawing: a water tower with antennas above a village",
    **_CREDIT,
}
