"""Refuse what the rulebook does not know: a rule, a version, or a parameter that nobody may set."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforce.rules.rule import Parameter, Rule
from taskforce.rules.rulebook_files import the_rulebook


def known_rule(rule_id: str) -> Rule:
    """The rule of this id."""
    rule = the_rulebook().rules.get(rule_id)
    if rule is None:
        raise ValidationError(_("There is no rule “%(rule)s”.") % {"rule": rule_id})
    return rule


def known_clause(rule_id: str) -> Rule:
    """The rule of this id, which each municipality decides on."""
    rule = known_rule(rule_id)
    if not rule.may_be_adopted:
        raise ValidationError(
            _("%(rule)s is law: it counts everywhere and is not decided on.") % {"rule": rule_id}
        )
    return rule


def known_version(name: str) -> None:
    """Only the versions that the rulebook knows can be decided on."""
    names = [one.name for one in the_rulebook().versions]
    if name not in names:
        raise ValidationError(
            _("There is no version “%(version)s” of the guidelines. Known are: %(known)s.")
            % {"version": name, "known": ", ".join(names)}
        )


def open_parameter(rule_id: str, name: str) -> Parameter:
    """The parameter, if a municipality may set its own value for it."""
    parameter = known_rule(rule_id).parameters.get(name)
    if parameter is None:
        raise ValidationError(
            _("%(rule)s has no value called “%(name)s”.") % {"rule": rule_id, "name": name}
        )
    if not parameter.local:
        raise ValidationError(
            _("This value is set by law, and a municipality cannot have its own.")
        )
    return parameter
