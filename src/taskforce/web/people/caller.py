"""Who is asking: a visitor, or an account with the roles it has been given."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from taskforce.web.people.models import Account, Grant, Role
from taskforce.web.people.models.grant import MUNICIPAL

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Held:
    """One role, and the place where it is held ("" for the whole region)."""

    role: Role
    place: str
    organisation_id: int | None


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody with their roles, as the rules see them, and as the journal names them."""

    account_id: int | None = None
    name: str = ""
    held: tuple[Held, ...] = ()

    @property
    def signed_in(self) -> bool:
        return self.account_id is not None

    @property
    def role_name(self) -> str:
        """The roles as the journal writes them: they outlive the name."""
        names = ", ".join(f"{held.role} {held.place}".strip() for held in self.held)
        return (names or ("no role" if self.signed_in else "visitor"))[:_LONGEST_NAME]

    @property
    def is_consultant(self) -> bool:
        return self.has(Role.CONSULTANT)

    @property
    def is_administrator(self) -> bool:
        return self.has(Role.ADMINISTRATOR)

    def has(self, *roles: Role) -> bool:
        """Whether one of the roles is held anywhere."""
        return any(held.role in roles for held in self.held)

    def holds(self, place: str, *roles: Role) -> bool:
        """Whether one of the roles is held at this very place."""
        return any(held.role in roles and held.place == place for held in self.held)

    def places(self, *roles: Role) -> tuple[str, ...]:
        """Where the roles are held, each place once."""
        found = (held.place for held in self.held if held.role in roles and held.place)
        return tuple(dict.fromkeys(found))

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The codes of the municipalities that the caller works for."""
        return self.places(*MUNICIPAL)

    def sees(self, place: str) -> bool:
        """Whether the inside of a municipality or an organisation is open to the caller."""
        inside = MUNICIPAL if _is_municipality(place) else (Role.OPERATOR, Role.LANDLORD)
        return self.is_consultant or self.holds(place, *inside)

    def keeps(self, place: str) -> bool:
        """Whether the caller may change what is kept about it."""
        return self.is_consultant or self.speaks_for(place)

    def speaks_for(self, place: str) -> bool:
        """Whether the caller's word is the place's own; the taskforce's never is."""
        own = (Role.COORDINATOR,) if _is_municipality(place) else (Role.OPERATOR, Role.LANDLORD)
        return self.holds(place, *own)


NOBODY = Caller()


def caller_of(request: HttpRequest) -> Caller:
    """Who is asking; read from the database once for each request."""
    found: Caller | None = getattr(request, "_caller", None)
    if found is None:
        user = getattr(request, "user", None)
        found = caller_for(user) if isinstance(user, Account) and user.is_active else NOBODY
        request._caller = found  # type: ignore[attr-defined]
    return found


def caller_for(account: Account) -> Caller:
    """An account with its roles as they are now."""
    grants = Grant.objects.filter(account=account).select_related("organisation")
    held = tuple(Held(Role(one.role), one.place, one.organisation_id) for one in grants)
    return Caller(account.pk, account.name, held)


def _is_municipality(place: str) -> bool:
    return place.isdigit()
