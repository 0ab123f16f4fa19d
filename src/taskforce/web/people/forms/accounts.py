"""The forms about accounts, roles, invitations and groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.caller import Caller
from taskforce.web.people.forms.sign_in import NEW_PASSWORD_HINT
from taskforce.web.people.inviting import may_invite, roles_for
from taskforce.web.people.models import Account, Organisation, Role
from taskforce.web.people.models.account import Digest

_LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
_ORGANISATION_HINT = _(
    "Consultants and administrators work for the whole region: choose none for them."
)


class RoleForm(forms.Form):
    """A role, and where it is held."""

    role = forms.ChoiceField(label=_("Role"), choices=Role)
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.filter(closed_on=None),
        required=False,
        empty_label=_("None: the whole region"),
        help_text=_ORGANISATION_HINT,
    )


class InvitationForm(RoleForm):
    """Whom to invite; it offers only what the caller may give."""

    email = forms.EmailField(label=_("Mail address"))
    name = forms.CharField(label=_("Name"), max_length=120)
    language = forms.ChoiceField(label=_("Language of the mail"), choices=_LANGUAGES)
    field_order: Sequence[str] = ("name", "email", "role", "organisation", "language")

    def __init__(self, *args: Any, caller: Caller, **more: Any) -> None:
        super().__init__(*args, **more)
        self._caller = caller
        offered = roles_for(caller)
        self.fields["role"].choices = [(role.value, role.label) for role in offered]  # type: ignore[attr-defined]
        if not (caller.is_administrator or caller.is_consultant):
            own = Organisation.objects.filter(code__in=caller.places(Role.COORDINATOR))
            self.fields["organisation"] = forms.ModelChoiceField(
                label=_("Municipality"), queryset=own, initial=own.first(), empty_label=None
            )

    def clean(self) -> dict[str, Any]:
        """See that the caller may invite into this role at this place."""
        given: dict[str, Any] = super().clean() or {}
        organisation = given.get("organisation")
        place = organisation.place if organisation else ""
        if "role" in given and not may_invite(self._caller, Role(given["role"]), place):
            raise forms.ValidationError(_("You cannot invite anybody into this role there."))
        return given


class AcceptForm(forms.Form):
    """The password of a new account."""

    password = forms.CharField(
        label=_("Choose a password"),
        help_text=NEW_PASSWORD_HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, account: Account, **more: Any) -> None:
        super().__init__(*args, **more)
        self._account = account

    def clean_password(self) -> str:
        """See that it is hard to guess, for everybody and for those who know the person."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self._account)
        return password


class MyAccountForm(forms.Form):
    """What everybody decides about their own account."""

    name = forms.CharField(label=_("Name"), max_length=120)
    language = forms.ChoiceField(label=_("Language"), choices=_LANGUAGES, widget=forms.RadioSelect)
    digest = forms.ChoiceField(
        label=_("Mail about what awaits you"), choices=Digest, widget=forms.RadioSelect
    )


class GroupRoleForm(RoleForm):
    """A group, and the role that it brings."""

    group = forms.CharField(
        label=_("Group"),
        max_length=200,
        help_text=_("Its name as the sign-in service writes it."),
    )
    field_order: Sequence[str] = ("group", "role", "organisation")


class JournalFilterForm(forms.Form):
    """Of which place and of which kind of thing the journal is shown."""

    place = forms.ChoiceField(label=_("Place"), required=False)
    kind = forms.ChoiceField(label=_("Kind of thing"), required=False)

    def __init__(
        self, *args: Any, places: list[tuple[str, str]], kinds: list[str], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["place"].choices = [("", _("All")), *places]  # type: ignore[attr-defined]
        named = [(kind, kind) for kind in kinds]
        self.fields["kind"].choices = [("", _("All")), *named]  # type: ignore[attr-defined]
