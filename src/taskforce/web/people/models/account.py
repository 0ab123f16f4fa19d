"""An account: somebody who can sign in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Digest(models.TextChoices):
    """How often an account gets a mail about what awaits it."""

    NEVER = "never", _("Never")
    DAILY = "daily", _("Every weekday")
    WEEKLY = "weekly", _("Every Monday")


class AccountManager(BaseUserManager["Account"]):
    """Finds an account by its mail address, whatever the case of its letters."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(email=(username or "").lower())


class Account(AbstractBaseUser):
    """Somebody who can sign in. What they may do stands in their grants, never here."""

    never_in_journal: ClassVar = ("password", "last_login")

    # In small letters, so that one person cannot have two accounts.
    email = models.EmailField(_("Mail address"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    language = models.CharField(
        _("Language"),
        max_length=2,
        choices=[("da", _("Danish")), ("en", _("English"))],
        default="da",
    )
    digest = models.CharField(
        _("Mail about what awaits you"), max_length=10, choices=Digest, default=Digest.WEEKLY
    )
    is_active = models.BooleanField(_("May sign in"), default=True)
    # A password that everybody knows: such an account works in the demonstration only.
    demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[Any] = AccountManager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="mail_addresses_are_in_small_letters", condition=Q(email=Lower("email"))
            )
        ]

    def __str__(self) -> str:
        return self.name
