"""The rules of the pages that come with the libraries; those of our own stand on their views."""

from __future__ import annotations

from django.http import HttpRequest

from taskforce.web.people.rights import Rule, everyone, signed_in

# Pages that are not named here stay shut: nobody signs up, or changes the mail address, alone.
_NAMED = {
    "account_login": everyone,
    "account_logout": everyone,
    "account_signup": everyone,  # says that one has to be invited
    "account_inactive": everyone,
    "account_reset_password": everyone,
    "account_reset_password_done": everyone,
    "account_reset_password_from_key": everyone,
    "account_reset_password_from_key_done": everyone,
    "account_change_password": signed_in,
    "account_reauthenticate": signed_in,
    "mfa_authenticate": everyone,  # half-way through signing in
    "mfa_login_webauthn": everyone,
    "mfa_reauthenticate": signed_in,
    "mfa_reauthenticate_webauthn": signed_in,
    "mfa_index": signed_in,
    "mfa_activate_totp": signed_in,
    "mfa_deactivate_totp": signed_in,
    "mfa_generate_recovery_codes": signed_in,
    "mfa_view_recovery_codes": signed_in,
    "mfa_download_recovery_codes": signed_in,
    "mfa_list_webauthn": signed_in,
    "mfa_add_webauthn": signed_in,
    "mfa_edit_webauthn": signed_in,
    "mfa_remove_webauthn": signed_in,
    "openid_connect_login": everyone,
    "openid_connect_callback": everyone,
    "socialaccount_login_cancelled": everyone,
    "socialaccount_login_error": everyone,
}
_SPACES = {"api": everyone}


def rule_for(request: HttpRequest, view: object) -> Rule | None:
    """The rule of the page that is asked for, or None where nobody has said one."""
    rule: Rule | None = getattr(view, "rule", None)
    match = request.resolver_match
    if rule is None and match is not None:
        space = match.namespaces[0] if match.namespaces else None
        rule = _SPACES.get(space) if space else _NAMED.get(match.url_name or "")
    return rule
