"""The rules of the pages about sites, as the wall asks them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role
from taskforce.web.people.rights import Rule, Where
from taskforce.web.sites.models import Site, Upload
from taskforce.web.sites.queries import access

keepers = Rule("keepers of sites", lambda caller, _where: access.keeps_some(caller))
operators = Rule("operators", lambda caller, _where: caller.has(Role.OPERATOR))


def _keeps_site(caller: Caller, where: Where) -> bool:
    return access.keeps(caller, get_object_or_404(Site, pk=where["pk"]))


def _keeps_upload(caller: Caller, where: Where) -> bool:
    upload = get_object_or_404(Upload, pk=where["pk"])
    return access.owners_for(caller).filter(pk=upload.owner_id).exists()


def _owns_site(caller: Caller, where: Where) -> bool:
    return access.sees_rent(caller, get_object_or_404(Site, pk=where["pk"]))


keeps_site = Rule("keeps the site", _keeps_site)
owns_site = Rule("works for the owner of the site", _owns_site)
keeps_upload = Rule("keeps the sites of an upload", _keeps_upload)
