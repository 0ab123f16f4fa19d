"""The explanation in words: whole sentences, the right numbers, and never more than is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taskforce.prediction.budget import Use
from taskforce.prediction.explanation import Asked, explained
from taskforce.prediction.explanation_words import in_the_way, notes, verdict
from taskforce.prediction.radio import Radio
from taskforce.prediction.sight import InTheWay, Obstruction
from taskforce.prediction.terrain import flat
from taskforce.vocabulary.signal import Service
from tests.prediction.hills import MIDDLE_M, SOUTH_M, WEST_M, hills, mast

EXAMPLE = explained(flat(), mast(), (WEST_M + MIDDLE_M + 4000, SOUTH_M + MIDDLE_M), Radio())


def with_signal(dbm: float, **asked):
    return replace(EXAMPLE, signal_dbm=dbm, asked=Asked(**asked))


@pytest.mark.parametrize(
    ("dbm", "asked", "danish"),
    [
        (
            -91.6,
            {},
            "Sandsynlig dækning udendørs: −92 dBm, 8 dB over grænsen på −100 dBm for data.",
        ),
        (
            -105.4,
            {"use": Use.TRADITIONAL_HOUSE},
            "Usikker dækning i et almindeligt hus: −105 dBm, 5 dB under grænsen på −100 dBm for "
            "data.",
        ),
        (
            -130.0,
            {"service": Service.VOICE, "use": Use.IN_CAR},
            "Dækning er usandsynlig i bil: −130 dBm, 20 dB under grænsen på −110 dBm for tale.",
        ),
        (
            -97.5,
            {"threshold_dbm": -97.5},
            "Usikker dækning udendørs: −98 dBm, lige ved grænsen på −97,5 dBm for data.",
        ),
    ],
)
def test_the_verdict_is_one_sentence(dbm, asked, danish) -> None:
    assert verdict(with_signal(dbm, **asked)).da == danish


@pytest.mark.parametrize(
    ("what", "numbers", "danish", "english"),
    [
        (
            InTheWay.HILL,
            (3200.0, 2800.0, 12.2, 1.0),
            "Bakken 3,2 km fra masten rager 12 m op over sigtelinjen.",
            "The hill 3.2 km from the mast rises 12 m above the line of sight.",
        ),
        (
            InTheWay.COVER,
            (3200.0, 2800.0, -4.0, 0.4),
            "Træer eller huse 3,2 km fra masten fylder 40 % af den første Fresnelzone.",
            "Trees or houses 3.2 km from the mast fill 40 % of the first Fresnel zone.",
        ),
        (
            InTheWay.GROUND,
            (5950.0, 50.0, -1.0, 0.29),
            "Jorden 50 m fra telefonen fylder 29 % af den første Fresnelzone.",
            "The ground 50 m from the telephone fills 29 % of the first Fresnel zone.",
        ),
        (
            InTheWay.CURVE,
            (7500.0, 7500.0, 0.4, 0.6),
            "Jordens krumning rager 0,4 m op over sigtelinjen 7,5 km fra masten.",
            "The earth's curve rises 0.4 m above the line of sight 7.5 km from the mast.",
        ),
        (
            InTheWay.SURFACE,
            (300.0, 5000.0, 3.0, 0.9),
            "Bakker, træer eller huse 300 m fra masten rager 3 m op over sigtelinjen.",
            "Hills, trees or houses 300 m from the mast rise 3 m above the line of sight.",
        ),
    ],
)
def test_what_stands_in_the_way_is_named_with_its_place(what, numbers, danish, english) -> None:
    told = in_the_way(replace(EXAMPLE, obstruction=Obstruction(what, *numbers)))

    assert (told.da, told.en) == (danish, english)


def test_a_free_way_is_said_to_be_free() -> None:
    assert in_the_way(replace(EXAMPLE, obstruction=None)).da.startswith("Intet står i vejen")


def test_a_flat_earth_and_an_unmeasured_spread_are_always_said() -> None:
    ground, spread = notes(EXAMPLE)

    assert "flad jord, intet terræn" in ground.da
    assert "flat earth, no terrain" in ground.en
    assert "± 8 dB" in spread.da
    assert "ikke målt her" in spread.da
    measured = replace(EXAMPLE, asked=Asked(spread_db=6.44, calibrated=True))
    assert "± 6,4 dB, målt i regionen" in notes(measured)[1].da


def test_beams_are_said_where_they_are_usual() -> None:
    place = (WEST_M + MIDDLE_M + 4000, SOUTH_M + MIDDLE_M)
    found = explained(hills(), mast(), place, Radio(), asked=Asked(frequency_mhz=3500.0))

    assert "Over 3.000 MHz" in notes(found)[-1].da
    assert "træer og huse kan gøre signalet svagere" in notes(found)[0].da
