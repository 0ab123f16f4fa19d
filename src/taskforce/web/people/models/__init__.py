"""What is kept about organisations, the people in them, their accounts and their roles."""

from taskforce.web.people.models.account import Account
from taskforce.web.people.models.contact_log import Channel, ContactLog
from taskforce.web.people.models.duty import Audience, Duty, DutyKind, RoleAddress
from taskforce.web.people.models.grant import Grant, Role
from taskforce.web.people.models.group_role import GroupRole
from taskforce.web.people.models.invitation import Invitation
from taskforce.web.people.models.organisation import Organisation, OrganisationKind
from taskforce.web.people.models.person import Person

__all__ = [
    "Account",
    "Audience",
    "Channel",
    "ContactLog",
    "Duty",
    "DutyKind",
    "Grant",
    "GroupRole",
    "Invitation",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Role",
    "RoleAddress",
]
