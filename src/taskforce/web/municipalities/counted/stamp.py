"""The lasting address of a number that changes: day and number stand in it, under our signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.crypto import constant_time_compare, salted_hmac

_SALT, _DIGITS = "counted", 24


@dataclass(frozen=True, slots=True)
class Kept:
    """What the site counted on a day, and of how many."""

    day: date
    number: int
    of: int | None


def stamp_of(place: str, name: str, kept: Kept) -> str:
    """The end of the address, such as "2026-11-28.7.12.4f0c…"; nothing is stored."""
    told = f"{kept.day.isoformat()}.{kept.number}.{'' if kept.of is None else kept.of}"
    return f"{told}.{_signature(place, name, told)}"


def read(place: str, name: str, stamp: str) -> Kept | None:
    """What the stamp holds; None where we have not made it."""
    told, _, signature = stamp.rpartition(".")
    if not constant_time_compare(signature, _signature(place, name, told)):
        return None
    day, number, of = told.split(".")
    return Kept(date.fromisoformat(day), int(number), int(of) if of else None)


def _signature(place: str, name: str, told: str) -> str:
    signed = salted_hmac(_SALT, f"{place}/{name}/{told}", algorithm="sha256")
    return signed.hexdigest()[:_DIGITS]
