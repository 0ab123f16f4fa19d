"""What the organisation's own sign-in service says about somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Claims:
    """The few of its words that are used here."""

    email: str
    email_verified: bool
    name: str
    groups: tuple[str, ...]


def read_claims(told: Mapping[str, Any]) -> Claims:
    """Read them where the service put them: in its answer about the user, or in the ID token."""
    both = {**_part(told, "id_token"), **_part(told, "userinfo")}
    email = str(both.get("email") or "").strip().lower()
    return Claims(
        email=email,
        email_verified=both.get("email_verified") is True,
        name=str(both.get("name") or email)[:120],
        groups=_groups(both.get(settings.OIDC_GROUPS_CLAIM)),
    )


def _part(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = told.get(name)
    return part if isinstance(part, Mapping) else {}


def _groups(told: Any) -> tuple[str, ...]:
    # One group alone may come as a word; Keycloak writes "/name" unless told otherwise.
    several = [told] if isinstance(told, str) else told if isinstance(told, list) else []
    return tuple(str(one).removeprefix("/") for one in several)
