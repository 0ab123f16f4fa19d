"""The lines of the journal, and apart from them the details, which alone can be erased."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One line. The database refuses to change or delete it; see the first migration."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    # No foreign key: the line outlives the account, and then names the role only.
    account_id = models.BigIntegerField(null=True)
    role_name = models.CharField(max_length=80)
    what = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    thing_id = models.CharField(max_length=40)
    # The municipality (or organisation) that the line is about, so that each sees its own.
    place = models.CharField(max_length=40, blank=True)
    details_digest = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["number"]
        indexes: ClassVar = [
            models.Index(fields=["kind", "thing_id"]),
            models.Index(fields=["place", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.what} {self.kind} {self.thing_id}"


class Details(models.Model):
    """What a line said before and after, as JSON. Erasing it leaves the chain whole."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True)
    salt = models.CharField(max_length=32)
    content = models.TextField()

    def __str__(self) -> str:
        return f"details of {self.entry_id}"


class Seal(models.Model):
    """The end of the chain, one row: shows a missing last line, and lets writers in one by one."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"sealed at {self.number}"
