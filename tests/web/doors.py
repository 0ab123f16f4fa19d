"""Who gets in where, written by hand: this table knows nothing of the rules that it tests."""

from __future__ import annotations

from tests.web.app_doors import APPS, APPS_ABOUT
from tests.web.dialogue.doors import DIALOGUE
from tests.web.published_doors import PUBLISHED, PUBLISHED_ABOUT
from tests.web.who import (
    ADMINISTRATOR,
    ANY,
    AWAY,
    AWAY_OFFICIALS,
    BUSINESS,
    CONSULTANT,
    EVERYBODY,
    FIRM,
    HOME,
    NOBODY,
    OFFICIALS,
    SIGNED_IN,
    WITH_A_ROLE,
    Places,
    anywhere,
    at_places,
)

MEMBERS = sorted(EVERYBODY)
OPEN: Places = {ANY: EVERYBODY}
# Pages for everybody are tried by one of each sort, signed in and not: they ask for no more.
TRIED_IN_PUBLIC = ("visitor", "nobody", "operator")

SEES: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT}
KEEPS: Places = {HOME: CONSULTANT | {"coordinator"}, AWAY: CONSULTANT | AWAY_OFFICIALS}
SPEAKS: Places = {HOME: frozenset({"coordinator"}), AWAY: AWAY_OFFICIALS}
FIRM_KEEPS = CONSULTANT | {"operator"}
BOTH = CONSULTANT | ADMINISTRATOR
# The case at home and the one away are the operator's.
CASE_ENDS = {HOME: CONSULTANT | {"operator"}, AWAY: CONSULTANT | {"operator"}}
CASE_HANDLES: Places = {
    HOME: CONSULTANT | {"coordinator", "case_officer"},
    AWAY: CONSULTANT | AWAY_OFFICIALS,
}
CASE_SEES: Places = {HOME: OFFICIALS | CASE_ENDS[HOME], AWAY: AWAY_OFFICIALS | CASE_ENDS[AWAY]}
CASE_EDITS: Places = {place: CASE_HANDLES[place] | CASE_ENDS[place] for place in CASE_ENDS}
INVITES: Places = {HOME: BOTH | {"coordinator"}, AWAY: BOTH | AWAY_OFFICIALS}

_PUBLIC = [
    "front",
    "map",
    *PUBLISHED,
    "address",
    "suggestions",
    "about",
    "accessibility",
    "privacy",
    "glossary",
    "health",
    "was",
    "robots",
    "sitemap",
    "find",
    "municipalities",
    "compare",
    "methods",
    "method-need",
    "method-white-spots",
    "method-change",
    "method-growth",
    "method-reference",
    "method-disclosure",
    "api:region",
    "api:municipalities",
    "api:need",
    "api:change",
    "api:white_spots",
    "api:growth",
    "api:reference",
    "api:search",
    "api:whom_to_ask",
    "api:api-root",
    "api:openapi-json",
    "api:openapi-view",
    "participation",
    "whom-to-ask",
    "checks",
    "guidelines",
    "guidelines-rules",
    "guidelines-difference",
    "guidelines-method",
    "account_login",
    "account_signup",
    "account_inactive",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "details-answered",
]
# With something in the address that is found or not; here it is not, and nobody is refused.
_PUBLIC_ABOUT = {
    "municipality": {"slug": "soroe"},
    **PUBLISHED_ABOUT,
    "address-answer": {"address_id": "ingen"},
    "api:address": {"address_id": "ingen"},
    "guidelines-export": {"kind": "csv"},
    "guidelines-rule": {"rule_id": "DIG-09"},
    "guidelines-municipality": {},
    "guidelines-history": {},
    "check": {"case": "dig"},
    "check-answer": {"case": "dig"},
    "case-clocks-feed": {"token": "ingen"},
    "check-everywhere": {"case": "dig"},
    "check-json": {"case": "dig"},
    "check-pdf": {"case": "dig"},
    "accept": {"token": "ingen"},
    "confirm-details": {"token": "ingen"},
    "digest-stop": {"token": "ingen"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "ingen"},
    "account_reset_password_from_key_done": {},
    "openid_connect_login": {"provider_id": "ingen"},
    "openid_connect_callback": {"provider_id": "ingen"},
}
_OWN = [
    "workspace",
    "search",
    "mails",
    "my-account",
    "my-data",
    "my-data-confirm",
    "my-data-download",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
]
# Pages of the libraries that stay shut for everybody.
_SHUT = [
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_set_password",
    "socialaccount_connections",
    "socialaccount_signup",
    "social/connections/",
    "social/login/cancelled/",
    "social/login/error/",
    "social/signup/",
]
_CONSULTANTS = [
    "contacts-import",
    "goals",
    "goal-new",
    "goals-set-up",
    "municipal-work-register",
    "organisation-add",
    "values-waiting",
]
_ADMINISTRATORS = ["accounts", "group-roles", "journal", "journal-verify"]
_ABOUT_ACCOUNTS = [
    "account",
    "account-close",
    "account-data",
    "account-erase",
    "account-open",
    "account-remove-second-factor",
    "account-take-role",
    "group-role-remove",
    "journal-entry",
]
_CASES = ["cases", "cases-csv", "case-new", "case-times", "case-clocks", "rent"]
_CASES += ["case-clocks-new", "case-clocks-stop", "rent-method"]
_CASE_SEEN = ["case", "case-json", "case-message", "case-pdf"]
_CASE_EDITED = [
    "case-change",
    "case-check",
    "case-facts",
    "case-papers",
    "case-party",
    "case-place",
    "case-send",
    "party-remove",
]
_CASE_HANDLED = [
    "case-condition",
    "case-condition-take",
    "case-decide",
    "case-event",
    "case-statement",
    "condition-change",
    "condition-remove",
    "event-back",
    "statement-answer",
]
_KEPT = [
    "commitment-change",
    "commitment-new",
    "commitment-state",
    "duty-add",
    "duty-change",
    "duty-end",
    "duty-hand-over",
    "hand-over",
    "hand-over-sheet",
    "milestone",
    "milestone-new",
    "municipality-confirm",
    "municipality-status",
    "person-change",
    "person-left",
    "plan-goal-change",
    "plan-goal-new",
    "plan-start",
    "role-address-remove",
    "status-take-back",
]

TABLE: dict[str, Places] = {
    **dict.fromkeys((*_PUBLIC, *_PUBLIC_ABOUT), OPEN),
    **dict.fromkeys(_OWN, anywhere(SIGNED_IN)),
    **dict.fromkeys(("mfa_edit_webauthn", "mfa_remove_webauthn"), anywhere(SIGNED_IN)),
    **dict.fromkeys((*_SHUT, "account_confirm_email"), anywhere(NOBODY)),
    **dict.fromkeys(_CONSULTANTS, anywhere(CONSULTANT)),
    **dict.fromkeys(_ADMINISTRATORS, anywhere(ADMINISTRATOR)),
    **dict.fromkeys(_ABOUT_ACCOUNTS, at_places(ADMINISTRATOR)),
    **dict.fromkeys(_KEPT, KEEPS),
    **DIALOGUE,
    **APPS,
    **dict.fromkeys(_CASES, anywhere(OFFICIALS | AWAY_OFFICIALS | BUSINESS | CONSULTANT)),
    **dict.fromkeys(_CASE_SEEN, CASE_SEES),
    **dict.fromkeys(_CASE_EDITED, CASE_EDITS),
    **dict.fromkeys(_CASE_HANDLED, CASE_HANDLES),
    "case-new-of-kind": anywhere(
        CONSULTANT | AWAY_OFFICIALS | {"coordinator", "case_officer", "operator", "other_operator"}
    ),
    # The rent is the landlord's alone; the landlord of both lease cases is the same.
    "case-rent": at_places(frozenset({"landlord"})),
    "case-rent-method": at_places(frozenset({"landlord"})),
    # Half-way through signing in; without having begun, one is sent to the beginning.
    "mfa_authenticate": anywhere(SIGNED_IN),
    "mfa_login_webauthn": anywhere(SIGNED_IN),
    "organisations": anywhere(WITH_A_ROLE),
    "organisation": at_places(WITH_A_ROLE),
    "organisation-change": at_places(CONSULTANT),
    "organisation-confirm": {**SPEAKS, FIRM: frozenset({"operator"})},
    "contact-add": {**KEEPS, FIRM: FIRM_KEEPS},
    "role-address": {**KEEPS, FIRM: FIRM_KEEPS},
    "person": {**SEES, FIRM: FIRM_KEEPS},
    "person-confirm": {**SPEAKS, FIRM: frozenset({"operator"})},
    "person-data": at_places(BOTH),
    "person-erase": at_places(BOTH),
    "contact-log-add": at_places(CONSULTANT),
    "contact-log-change": at_places(CONSULTANT),
    "next-step-taken": at_places(CONSULTANT),
    "commitment": SEES,
    "municipality-work": SEES,
    **dict.fromkeys(
        ("municipal-work", "municipal-work-csv", "municipal-work-xlsx"),
        anywhere(OFFICIALS | AWAY_OFFICIALS | CONSULTANT),
    ),
    **dict.fromkeys(
        ("guidelines-decide", "guidelines-adopt", "guidelines-values", "guidelines-value-new"),
        KEEPS,
    ),
    **dict.fromkeys(
        ("local-value-change", "local-value-end", "local-value-withdraw", "clause-decision-remove"),
        KEEPS,
    ),
    "local-value-confirm": at_places(CONSULTANT),
    "local-value-return": at_places(CONSULTANT),
    "goal-change": at_places(CONSULTANT),
    "goal-remove": at_places(CONSULTANT),
    "invitations": anywhere(BOTH | AWAY_OFFICIALS | {"coordinator"}),
    "invitation-send-again": INVITES,
    "invitation-withdraw": INVITES,
    "notes": SEES,
    "notes-attach": SEES,
    "note": SPEAKS,
    "note-remove": KEEPS,
    "file": SEES,
    "file-remove": KEEPS,
    # Whose mail it is, is the page's own question; a stranger is told that there is none.
    "mail": anywhere(SIGNED_IN),
    "mail-as-sent": anywhere(SIGNED_IN),
}
ABOUT = {
    **_PUBLIC_ABOUT,
    "case-new-of-kind": {"kind": "dig"},
    "rent-method": {"method": "I"},
    **APPS_ABOUT,
}
